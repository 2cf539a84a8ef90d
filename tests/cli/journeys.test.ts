import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  OLD_PETS,
  openPets,
  petsDocument,
  type PetAnswer,
  type PetRequest,
  type PetsDocumentChanges,
  type PetState,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'

type Change = (request: PetRequest, state: PetState) => PetAnswer | undefined

let server: PetsServer | undefined
afterEach(() => server?.close())

/**
 * Runs the gate on a server of pets. Only `args` can give the gate ids of pets. Also returns the status of each step of
 * the journey (the sequence of requests about one created pet).
 */
async function gateOn(change: Change = () => undefined, document: PetsDocumentChanges = {}, args: string[] = []) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument(document) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, ...args])
    const steps = report.runs[0]?.cases.filter(({ path }) => path.includes('/journey/'))
    return {
      code,
      findings: findingsOf(report).map((each) => each.split('/')[0]),
      steps: steps?.map(({ path, status, verdict }) => `${path.split('/').at(-1)} ${status} ${verdict}`),
    }
  } finally {
    folder.remove()
  }
}

const isItem = ({ path }: PetRequest) => /^\/pets\/(new-\d+|gate.*)$/.test(path)
const on =
  (method: string, answer: (state: PetState, request: PetRequest) => PetAnswer | undefined): Change =>
  (request, state) =>
    request.method === method && isItem(request) ? answer(state, request) : undefined
const idOf = ({ path }: PetRequest) => path.split('/')[2] ?? ''

const WHOLE = [
  'delete-absent 404 passed',
  'create-again 409 passed',
  'delete 204 passed',
  'read-deleted 404 passed',
  'delete-again 404 passed',
  'update-deleted 404 passed',
]

describe('the last requests of a journey (it creates, uses and deletes one object)', () => {
  test('are a DELETE of the object, and then a read, a second DELETE and an update of the deleted object', async () => {
    expect(await gateOn()).toEqual({ code: 0, findings: [], steps: WHOLE })
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('are not sent for an id that the user gave, or for an object that existed before the run', async () => {
    const { steps } = await gateOn(undefined, {}, ['--param', 'petId=old-1'])
    expect(steps).toEqual([])
    expect(server?.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  test('are not sent if the gate could not create an object', async () => {
    const full: Change = ({ method, path }) =>
      method === 'POST' && path === '/pets' ? [409, { error: 'full' }] : undefined
    const { steps } = await gateOn(full)
    expect(steps?.slice(1).every((step) => step.endsWith('null not-applicable'))).toBe(true)
    expect(server?.requests.some(({ method, path }) => method === 'DELETE' && path.includes('old'))).toBe(false)
  })

  test('include no second DELETE if no read can show that the object is gone', async () => {
    const { steps } = await gateOn(undefined, {}, ['--exclude-operation', 'getPet'])
    expect(steps?.slice(-2)).toEqual(['delete 204 passed', 'update-deleted 404 passed'])
  })

  test('are sent by one shard only, whatever the number of shards', async () => {
    const sent: string[] = []
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { steps } = await gateOn(undefined, {}, ['--shard', shard])
      sent.push(...(steps ?? []).filter((step) => step.endsWith('passed')))
      await server?.close()
    }
    expect(sent).toEqual(WHOLE)
  })
})

describe('a journey', () => {
  test.each<[string, Change, string, number]>([
    ['a DELETE that changes nothing', on('DELETE', () => [204]), 'deleted_is_gone error deletePet', 1],
    [
      'an update of a deleted object that is accepted but not stored',
      on('PUT', ({ pets }, request) =>
        pets.has(idOf(request)) ? undefined : [200, { ...(request.body as object), id: idOf(request) }],
      ),
      'phantom_update error replacePet',
      1,
    ],
    [
      'a second DELETE that is accepted although 404 is documented',
      on('DELETE', ({ pets }, request) => (pets.delete(idOf(request)), [204])),
      'delete_twice drift deletePet',
      0,
    ],
    [
      'a crash on a second DELETE',
      on('DELETE', ({ pets }, request) => (pets.has(idOf(request)) ? undefined : [500, { error: 'oops' }])),
      'status_code_conformance error deletePet',
      1,
    ],
    [
      'a deleted object that stays readable with other values',
      on('DELETE', ({ pets }, request) => {
        const pet = pets.get(idOf(request))
        if (pet === undefined) return undefined
        pets.set(pet.id, { ...pet, name: 'deleted' })
        return [204]
      }),
      'use_after_delete drift deletePet',
      0,
    ],
  ])('reports %s', async (_defect, change, finding, code) => {
    const found = await gateOn(change)
    expect(found.findings).toContain(finding)
    expect(found.code).toBe(code)
  })
})

describe('a correct server', () => {
  test.each<[string, Change, PetsDocumentChanges]>([
    [
      'that refuses to delete',
      on('DELETE', () => [403]),
      {
        item: {
          delete: {
            operationId: 'deletePet',
            responses: { '204': { description: 'gone' }, '403': { description: 'no' } },
          },
        },
      },
    ],
    [
      'that answers a DELETE with 202 and deletes later',
      on('DELETE', () => [202]),
      { item: { delete: { operationId: 'deletePet', responses: { '202': { description: 'later' } } } } },
    ],
    [
      'whose DELETE is idempotent and documents no 404',
      on('DELETE', ({ pets }, request) => (pets.delete(idOf(request)), [204])),
      { item: { delete: { operationId: 'deletePet', responses: { '204': { description: 'gone' } } } } },
    ],
    [
      'that answers 410 for a deleted object',
      (request, { answer }) => {
        if (!isItem(request)) return undefined
        const [status] = answer(request)
        return status === 404 && request.method === 'GET' ? [410, { error: 'gone' }] : undefined
      },
      {
        item: {
          get: {
            operationId: 'getPet',
            responses: {
              '200': { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } },
              '404': { description: 'no such pet', content: { 'application/json': {} } },
              '410': { description: 'gone', content: { 'application/json': {} } },
            },
          },
        },
      },
    ],
  ])('%s has no finding', async (_style, change, document) => {
    const { code, findings } = await gateOn(change, document)
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
  })

  test('that still shows a deleted object for half a second has no finding', async () => {
    const removed = new Map<string, { readonly pet: unknown; readonly at: number }>()
    const { findings } = await gateOn((request, { pets }) => {
      if (!isItem(request)) return undefined
      const pet = pets.get(idOf(request))
      if (request.method === 'DELETE' && pet !== undefined) removed.set(idOf(request), { pet, at: Date.now() })
      const old = removed.get(idOf(request))
      const isStale = request.method === 'GET' && old !== undefined && Date.now() - old.at < 500
      return isStale ? [200, old.pet] : undefined
    })
    expect(findings).toEqual([])
  })
})

test('a step of a journey can be replayed alone', async () => {
  server = await openPets(on('DELETE', () => [204]))
  const folder = folderWith({ 'pets.json': petsDocument() })
  const where = ['--spec', `${folder.path}/pets.json`, '-u', server.url]
  const { code, out } = await runMain(['replay', ...where, '--case', 'deletePet/journey/delete'])
  folder.remove()
  expect(code).toBe(1)
  expect(out).toContain('deleted_is_gone')
  expect(server.requests.every(({ path }) => !path.includes('old-'))).toBe(true)
})
