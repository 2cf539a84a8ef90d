import { expect, test } from 'vitest'
import { isAsBefore, startVendor } from '../../stand-ins/proof/live-setup.ts'
import { fastClock } from '../../support/fast-clock.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost, runLiveAt, type LiveRan } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

const GATE = ['gate', '--target', 'live', '--api', 'lobbie']

/**
 * The result of commands with `readBack: false`, which forbids each GET of a fixture. Also has the effects of the
 * commands on the server.
 */
interface Blind extends LiveRan {
  readonly accused: readonly string[]
  readonly isRestored: boolean
  readonly changes: number
  readonly reads: number
}

/**
 * Runs commands with one changeable fixture and `readBack: false`, which forbids each GET of a fixture. `more` returns
 * additional settings of the fixture.
 */
async function runBlind(
  more: (stored: Readonly<Record<string, unknown>>) => string,
  set: Readonly<Record<string, string>> = {},
  commands: readonly (readonly string[])[] = [GATE],
): Promise<Blind> {
  const clock = fastClock()
  const { server, setup } = await startVendor('lobbie', { set, now: () => clock.now() })
  try {
    const before = setup.stored()
    const [line = ''] = setup.changeable
    const [, id = ''] = /appointmentId: (\d+)/.exec(line) ?? []
    const stored = { ...before.get(id) } as Readonly<Record<string, unknown>>
    const added = more(stored)
    const own = added.includes('use:') ? line.replace('use: changeable, ', '') : line
    const fixture = own.replace(/ \}$/, `, ${added} }`).replace('with: {', 'with: { status: SCHEDULED,')
    const config = setup.config([fixture]).replace('        path:', '        readBack: false\n        path:')
    const ran = await runLiveAt(clock, config, setup.env, ...commands)
    return {
      ...ran,
      accused: (ran.report?.runs[0]?.findings ?? []).filter(({ level }) => level === 'error').map(({ rule }) => rule),
      isRestored: isAsBefore(setup, before),
      changes: server.log.filter(({ method, status }) => method === 'PUT' && status === 200).length,
      reads: server.log.filter(({ method }) => method === 'GET').length,
    }
  } finally {
    await server.close()
  }
}

const probe = ({ practitionerId, note }: Readonly<Record<string, unknown>>): string =>
  `probe: { practitionerId: ${String(practitionerId)}, note: ${JSON.stringify(note)} }`

test('with `readBack: false`, the run never reads a fixture: it sends an update with the current values (`probe`) instead, and restores the fixture', async () => {
  const ran = await runBlind(probe)
  expect(ran.accused).toEqual([])
  expect(ran).toMatchObject({ isRestored: true, reads: 0, hasJournal: false })
  expect(ran.changes).toBeGreaterThan(20)
})

test('with `readBack: false`, an update that is not stored is reported', async () => {
  const { code, accused } = await runBlind(probe, { 'update-not-stored': 'on' })
  expect(accused.length).toBeGreaterThan(0)
  expect(code).toBe(1)
})

test('with `readBack: false` and no `probe`, nothing is changed', async () => {
  const ran = await runBlind(() => 'values: {}')
  expect(ran).toMatchObject({ code: 2, isRestored: true, changes: 0 })
  expect(ran.report?.runs[0]?.cases.map(({ because = '' }) => because).join()).toContain('add `probe`')
})

test('`live check` sends no updates, not even to read a fixture', async () => {
  const { code, changes, out } = await runBlind(probe, {}, [['live', 'check', 'lobbie']])
  expect({ code, changes }).toEqual({ code: 0, changes: 0 })
  expect(out).toMatch(/routine \(changeable\), status SCHEDULED: changed \d+ times and restored each time/)
})

test('with `readBack: false`, `live restore` sends the old values from the journal', async () => {
  const clock = fastClock()
  const { server, setup } = await startVendor('lobbie', { now: () => clock.now() })
  try {
    const config = setup.config(setup.changeable)
    const idOf = (key: string): number => Number(new RegExp(`${key}: (\\d+)`).exec(config)?.[1])
    const names = ['accountId', 'locationId', 'appointmentId', 'patientId']
    const path = Object.fromEntries(names.map((name) => [name, idOf(name)]))
    const entry = { fixture: 'routine', state: 'appointment', path, values: { note: 'old' }, kind: 'changed' }
    const files = {
      'contract.config.yaml': setup.config([]).replace('        path:', '        readBack: false\n        path:'),
      '.contract-gate/lobbie.journal.json': JSON.stringify({ version: 1, entries: [entry] }),
    }
    await inFolder(files, async () => {
      const { code, out } = await runMain(['live', 'restore', 'lobbie'], hastyHost(setup.env, clock))
      expect({ code, out }).toEqual({ code: 0, out: 'routine: restored\n' })
    })
    expect(setup.stored().get(String(idOf('appointmentId')))).toMatchObject({ note: 'old' })
  } finally {
    await server.close()
  }
})

test.each([
  ['names a field that cannot be set back', 'probe: { status: SCHEDULED }', '`status` cannot be set back'],
  ['belongs to a fixture with `use: fixed`', 'use: fixed, probe: { practitionerId: 1 }', 'the fixture is fixed'],
])('the configuration is refused if `probe` %s', async (_why, more, message) => {
  const { code, err, changes } = await runBlind(() => more)
  expect({ code, changes }).toEqual({ code: 2, changes: 0 })
  expect(err).toContain(message)
})
