import { describe, expect, test } from 'vitest'
import { anivaScenarios, createAnivaClient } from '../../../generated/aniva/index.ts'
import { createLobbieClient, lobbieScenarios, type UpdateAppointmentPath } from '../../../generated/lobbie/index.ts'
import { createSandbox } from '../../../sandbox/sandbox.ts'
import { readDocument } from '../../../src/document/read-document.ts'
import type { Scenario, Role } from '../../../src/operations/annotations.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import { prepareScenario } from '../../../src/targets/scenario.ts'
import { shippedDocument } from '../../../src/targets/shipped-document.ts'

const sandbox = createSandbox({ now: '2026-01-05T09:00:00Z' })
const baseUrl = 'http://sandbox.invalid'
const whoever = { clientId: 'whoever', clientSecret: 'whatever' }

function everyScenario(api: string): readonly (readonly [title: string, scenario: Scenario, as: Role])[] {
  return listOperations(readDocument(shippedDocument(api))).flatMap((operation) =>
    operation.scenarios.flatMap((scenario) =>
      scenario.as.map((as) => [`${scenario.status} ${scenario.id} as ${as}`, scenario, as] as const),
    ),
  )
}

/**
 * Scenarios with invalid requests. They show which check a server runs first. A generated client refuses to send them.
 */
const UNSENT = ['invalid-body', 'no-such-appointment/invalid-body', 'no-good-key/invalid-id']
const isRefused = (error: unknown): boolean => error instanceof Error && error.name === 'RequestRefused'

describe('the sandbox responds with the documented status to the Lobbie scenario', () => {
  test.each(everyScenario('lobbie'))('%s', async (_title, { id, status }, as) => {
    const wanted = id as keyof typeof lobbieScenarios.statuses
    const prepared = await prepareScenario(sandbox, lobbieScenarios, wanted, { as, caseId: `${id} ${as}` })
    const { path, body, fetch } = prepared
    expect(prepared).toMatchObject({ id, status: Number(status), as })
    const lobbie = createLobbieClient({ baseUrl, credentials: whoever, fetch })
    const answered = await lobbie.updateAppointment(path, body).then((answer) => answer.status, isRefused)
    if (!UNSENT.includes(id)) return expect(answered).toBe(prepared.status)
    expect(answered).toBe(true)
    expect(await plainly('PUT', lobbieUrl(path), prepared)).toBe(prepared.status)
  })
})

describe('the sandbox responds with the documented status to the Aniva scenario', () => {
  test.each(everyScenario('aniva'))('%s', async (_title, { id, status }, as) => {
    const wanted = id as keyof typeof anivaScenarios.statuses
    const prepared = await prepareScenario(sandbox, anivaScenarios, wanted, { as, caseId: `${id} ${as}` })
    expect(prepared).toMatchObject({ id, status: Number(status), as })
    const { path, body, fetch } = prepared
    const aniva = createAnivaClient({ baseUrl, credentials: { apiKey: 'whatever' }, fetch })
    const answered = await aniva.updateAppointment(path, body).then((answer) => answer.status, isRefused)
    if (!UNSENT.includes(id)) return expect(answered).toBe(prepared.status)
    expect(answered).toBe(true)
    expect(await plainly('PATCH', `${baseUrl}/api/v1/appointments/${path.id}`, prepared)).toBe(prepared.status)
  })
})

describe('a scenario', () => {
  test('is selected by its status; of several scenarios with one status, the first is selected', async () => {
    const taken = await prepareScenario(sandbox, lobbieScenarios, 409)
    expect(taken).toMatchObject({ id: 'taken-slot', status: 409, as: 'partner' })
  })

  test('has TypeScript types for its status, path and body', async () => {
    const taken = await prepareScenario(sandbox, lobbieScenarios, 'taken-slot')
    const status: 409 = taken.status
    const path: UpdateAppointmentPath = taken.path
    // @ts-expect-error no scenario has this id
    const nothing = prepareScenario(sandbox, lobbieScenarios, 'no-such-scenario')
    // @ts-expect-error no scenario has this status
    const teapot = prepareScenario(sandbox, lobbieScenarios, 418)
    expect({ status, id: path.appointmentId }).toEqual({ status: 409, id: path.appointmentId })
    await expect(nothing).rejects.toThrow(
      /There is no such case: no scenario no-such-scenario\n.*\n.*taken-slot \(409\)/,
    )
    await expect(teapot).rejects.toThrow(/no scenario 418/)
  })

  test('lets a test show that a refused update changed nothing', async () => {
    const taken = await prepareScenario(sandbox, lobbieScenarios, 'taken-slot')
    const before = taken.observe()
    await plainly('PUT', lobbieUrl(taken.path), taken)
    expect(taken.observe()).toEqual(before)
  })

  test('throws an error if a test uses a role that the scenario does not list', async () => {
    const refused = prepareScenario(sandbox, lobbieScenarios, 'taken-slot', { as: 'anonymous' })
    await expect(refused).rejects.toThrow(/taken-slot as anonymous\n.*use a role of the scenario: partner/)
  })

  test('has the same id and status in the generated code and in the document', () => {
    for (const [api, { statuses }] of [['lobbie', lobbieScenarios] as const, ['aniva', anivaScenarios] as const]) {
      const documented = new Map(everyScenario(api).map(([, { id, status }]) => [id, Number(status)]))
      expect(statuses).toEqual(Object.fromEntries(documented))
    }
  })
})

function lobbieUrl({ accountId, locationId, appointmentId }: UpdateAppointmentPath): string {
  return `${baseUrl}/partner/v2/account/${accountId}/location/${locationId}/appointment/${appointmentId}`
}

async function plainly(
  method: string,
  url: string,
  { fetch, body }: { fetch: typeof sandbox.fetch; body: unknown },
): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer whatever' }
  return (await fetch(url, { method, headers, body: JSON.stringify(body) })).status
}
