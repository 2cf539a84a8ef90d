import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLobbie, type LobbieStandIn } from '../../stand-ins/lobbie.ts'
import type { LiveSetup } from '../../stand-ins/proof/live-setup.ts'
import { lobbieSetup } from '../../stand-ins/proof/lobbie-setup.ts'
import { inFolder } from '../../support/in-folder.ts'
import { hastyHost, runLive } from '../../support/live-run.ts'
import { runMain } from '../../support/run-main.ts'

let server: LobbieStandIn
let setup: LiveSetup
beforeAll(async () => {
  server = await startLobbie()
  setup = lobbieSetup(server)
})
afterAll(() => server.close())

const env = () => setup.env
const config = (...fixtures: readonly string[]): string => setup.config(fixtures)
const routine = (): string => setup.changeable[0] ?? ''

const gate = ['gate', '--target', 'live', '--api', 'lobbie']

test('`live list`, `live check` and a gate run without writes leave all appointments unchanged', async () => {
  const before = setup.stored()
  const listed = await runLive(config(routine()), env(), ['live', 'list', 'lobbie', '--where', 'patientId=9001'])
  expect(listed).toMatchObject({ code: 0 })
  expect(listed.out).toContain(String(server.ids.appointments.SCHEDULED[0]))
  const checked = await runLive(config(routine()), env(), ['live', 'check', 'lobbie'])
  expect(checked).toMatchObject({ code: 0 })
  expect(checked.out).toMatch(/routine \(changeable\), status SCHEDULED: changed \d+ times and restored each time/)
  expect(checked.out).toMatch(/At most \d+ requests at 2 per second: \d+ s\./)
  expect(checked.out).toMatch(/needs a fixture in the state appointment with status SCHEDULED, use: sacrificial/)
  const { report } = await runLive(config(), env(), [...gate, '--no-writes'])
  const states = Object.fromEntries((report?.runs[0]?.cells ?? []).map(({ status, state }) => [status, state]))
  expect(states).toMatchObject({ 400: 'passed', 401: 'passed', 404: 'passed' })
  expect(setup.stored()).toEqual(before)
})

test('a run with one fixture that the configuration marks as `changeable` exercises 80 % of the clauses, and restores the fixture', async () => {
  const before = setup.stored()
  const { report, hasJournal, out, err } = await runLive(config(routine()), env(), gate)
  const [run] = report?.runs ?? []
  expect(run?.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect((run?.coverage.exercised ?? 0) / (run?.coverage.reachable ?? 1)).toBeGreaterThanOrEqual(0.8)
  expect(setup.stored()).toEqual(before)
  expect(hasJournal).toBe(false)
  expect(JSON.stringify(report) + out + err).not.toMatch(/canary/)
})

test('a run with the fixtures that `live check` lists exercises 90 % of the clauses; only fixtures that the configuration marks as `sacrificial` stay changed', async () => {
  const before = setup.stored()
  const { report, hasJournal, err } = await runLive(config(...setup.fixtures), env(), gate)
  const [run] = report?.runs ?? []
  expect(run?.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect((run?.coverage.exercised ?? 0) / (run?.coverage.reachable ?? 1)).toBeGreaterThanOrEqual(0.9)
  const { appointments: ids } = server.ids
  const sacrificed = [ids.SCHEDULED[2], ids.CONFIRMED[0], ids.CHECKED_IN[0], ids.IN_TREATMENT[0]].map(String)
  for (const [id, appointment] of setup.stored())
    if (!sacrificed.includes(id)) expect(appointment).toEqual(before.get(id))
  expect(err).toMatch(/chain \(sacrificial\) was not restored/)
  expect(hasJournal).toBe(false)
})

test('`live restore` restores the changes of a run that was stopped', async () => {
  const before = setup.stored()
  await inFolder({ 'contract.config.yaml': config(routine()) }, async (folder) => {
    const host = hastyHost(env())
    let requests = 0
    const { wait } = host
    const stopping = Object.assign(host, {
      wait: async (milliseconds: number) => {
        requests += 1
        if (requests === 40) host.stop()
        await wait?.(milliseconds)
      },
    })
    expect(await runMain(gate, stopping)).toMatchObject({ code: 2 })
    const restored = await runMain(['live', 'restore', 'lobbie'], hastyHost(env()))
    expect(restored).toMatchObject({ code: 0 })
    expect(existsSync(join(folder, '.contract-gate', 'lobbie.journal.json'))).toBe(false)
    expect(await runMain(['live', 'restore', 'lobbie'], hastyHost(env()))).toMatchObject({
      code: 0,
      out: 'Nothing to restore: no run left a change.\n',
    })
  })
  expect(setup.stored()).toEqual(before)
})

test.each([
  ['an environment variable that is empty', () => config(), { LOBBIE_CLIENT_ID: '' }, /LOBBIE_CLIENT_ID is empty/],
  [
    'a fixture with a wrong status',
    () => config(routine().replace('with: {', 'with: { status: CONFIRMED,')),
    {},
    /the vendor returns another status than the one/,
  ],
  [
    'a fixture with an unknown time zone',
    () => config(routine().replace('America/New_York', 'America/Nowhere')),
    {},
    /not an IANA time zone/,
  ],
  [
    'a fixture that belongs to another patient',
    () => config(routine().replace(/appointmentId: \d+/, 'appointmentId: 20021')),
    {},
    /belongs to another account or person/,
  ],
  [
    'a fixture that is not on the first page of its patient’s appointments',
    () => config(routine()).replaceAll('9001', '9003'),
    {},
    /does not exist|second page/,
  ],
  [
    'a token URL that returns no token',
    () => config(routine()).replace('/oauth2/token', '/partner'),
    {},
    /The token endpoint returned no token/,
  ],
])(
  'a run is refused with exit code 2 and a reason, and changes nothing, for %s',
  async (_title, text, more, message) => {
    const before = setup.stored()
    const { code, out, err } = await runLive(text(), { ...env(), ...more }, gate)
    expect(code).toBe(2)
    expect((out + err).replaceAll(/\s+/g, ' ')).toMatch(message)
    expect(setup.stored()).toEqual(before)
  },
)
