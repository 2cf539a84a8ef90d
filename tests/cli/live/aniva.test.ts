import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAniva, type AnivaStandIn } from '../../stand-ins/aniva.ts'
import { runLive } from '../../support/live-run.ts'

let server: AnivaStandIn
beforeAll(async () => {
  server = await startAniva()
})
afterAll(() => server.close())

const env = () => ({ ANIVA_API_KEY: server.credentials.apiKey })

/** A configuration in which the gate creates its own fixture, and which also has the given fixtures. */
function config(...fixtures: readonly string[]): string {
  const { baseUrl, ids } = server
  return `apis:
  aniva:
    targets:
      live:
        environment: sandbox
        baseUrl: ${baseUrl}
        credentials: { ApiKey: ANIVA_API_KEY }
        create: { profile_id: ${ids.profileId}, location_id: ${ids.locationId} }
        given: { inactiveLocation: ${ids.inactiveLocationId}, foreignLocation: ${ids.foreignLocationId} }
        fixtures:${fixtures.length === 0 ? ' {}' : ''}
${fixtures.map((line) => `          ${line}\n`).join('')}`
}

const own = (name: string, use: string, id: string | undefined): string =>
  `${name}: { state: appointment, use: ${use}, path: { id: ${id} } }`

const gate = ['gate', '--target', 'live', '--api', 'aniva']

/** Returns the stored appointments with the given ids, or all, without the time stamp that each update sets. */
const stored = (ids?: readonly unknown[]): ReadonlyMap<unknown, object> =>
  new Map(
    server
      .appointments()
      .map(({ updated_at: _updatedAt, ...appointment }) => [appointment['id'], appointment] as const)
      .filter(([id]) => ids === undefined || ids.includes(id)),
  )

test('a run with --no-writes exercises 400, 403 and 404, and changes no appointment', async () => {
  const before = stored()
  const { report } = await runLive(config(), env(), [...gate, '--no-writes'])
  const states = Object.fromEntries((report?.runs[0]?.cells ?? []).map(({ status, state }) => [status, state]))
  expect(states).toMatchObject({ 400: 'passed', 403: 'passed', 404: 'passed' })
  expect(stored()).toEqual(before)
})

test('a run that is given only a profile and a location exercises 75 % of the clauses, and cancels the appointments that it created', async () => {
  const before = stored()
  const { report, hasJournal, out, err } = await runLive(config(), env(), gate)
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

test('a run with the fixtures that `live check` lists exercises 83 % of the clauses, and leaves only a sacrificial fixture changed', async () => {
  const { ids } = server
  const fixtures = [
    own('pending', 'changeable', ids.appointments.pending[0]),
    own('drawn', 'fixed', ids.appointments.blood_drawn[0]),
    own('zoneless', 'changeable', ids.zonelessAppointmentId),
    own('home', 'sacrificial', ids.homeAppointmentId),
    `foreign: { state: foreign-appointment, path: { id: ${ids.foreignAppointmentId} } }`,
  ]
  const before = stored()
  const { report, hasJournal } = await runLive(config(...fixtures), env(), gate)
  const [run] = report?.runs ?? []
  expect(run?.findings.filter(({ level }) => level === 'error')).toEqual([])
  // The stand-in has no open appointment with shipments, and no profile with nulls. 25 clauses need one of these.
  expect((run?.coverage.exercised ?? 0) / (run?.coverage.reachable ?? 1)).toBeGreaterThanOrEqual(0.83)
  const unchanged = [...before.keys()].filter((id) => id !== ids.homeAppointmentId)
  for (const id of unchanged) expect(stored([id]).get(id)).toEqual(before.get(id))
  expect(hasJournal).toBe(false)
})
