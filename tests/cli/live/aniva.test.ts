import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAniva, type AnivaStandIn } from '../../stand-ins/aniva.ts'
import { anivaSetup } from '../../stand-ins/proof/aniva-setup.ts'
import type { LiveSetup } from '../../stand-ins/proof/live-setup.ts'
import { runLive } from '../../support/live-run.ts'

let server: AnivaStandIn
let setup: LiveSetup
beforeAll(async () => {
  server = await startAniva()
  setup = anivaSetup(server)
})
afterAll(() => server.close())

const gate = ['gate', '--target', 'live', '--api', 'aniva']

/**
 * Returns the stored appointments with these ids, or all if `ids` is absent. Leaves out the time stamp that each update
 * sets.
 */
const stored = (ids?: readonly unknown[]): ReadonlyMap<string, object> =>
  new Map([...setup.stored()].filter(([id]) => ids === undefined || ids.includes(id)))

test('a run with --no-writes exercises 400, 403 and 404, and changes no appointment', async () => {
  const before = stored()
  const { report } = await runLive(setup.config([]), setup.env, [...gate, '--no-writes'])
  const states = Object.fromEntries((report?.runs[0]?.cells ?? []).map(({ status, state }) => [status, state]))
  expect(states).toMatchObject({ 400: 'passed', 403: 'passed', 404: 'passed' })
  expect(stored()).toEqual(before)
})

test('a run with only a profile id and a location id exercises 75 % of the clauses, and cancels the appointments that it created', async () => {
  const before = stored()
  const { report, hasJournal, out, err } = await runLive(setup.config([]), setup.env, gate)
  const [run] = report?.runs ?? []
  expect(run?.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect((run?.coverage.exercised ?? 0) / (run?.coverage.reachable ?? 1)).toBeGreaterThanOrEqual(0.75)
  expect(stored([...before.keys()])).toEqual(before)
  const created = [...stored()].filter(([id]) => !before.has(id)).map(([, appointment]) => appointment)
  expect(created.length).toBeGreaterThan(0)
  for (const appointment of created) expect(appointment).toMatchObject({ status: 'cancelled' })
  expect(hasJournal).toBe(false)
  expect(JSON.stringify(report) + out + err).not.toMatch(/canary/i)
  expect(server.effects).toEqual([])
})

test('a run with the fixtures that `live check` lists exercises 85 % of the clauses; only the fixture that the configuration marks as `sacrificial` stays changed', async () => {
  const before = stored()
  const { report, hasJournal } = await runLive(setup.config(setup.fixtures), setup.env, gate)
  const [run] = report?.runs ?? []
  expect(run?.findings.filter(({ level }) => level === 'error')).toEqual([])
  expect((run?.coverage.exercised ?? 0) / (run?.coverage.reachable ?? 1)).toBeGreaterThanOrEqual(0.85)
  const unchanged = [...before.keys()].filter((id) => id !== server.ids.homeAppointmentId)
  for (const id of unchanged) expect(stored([id]).get(id)).toEqual(before.get(id))
  expect(hasJournal).toBe(false)
})
