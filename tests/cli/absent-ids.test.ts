import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  OLD_PETS,
  openPets,
  petsDocument,
  type Pet,
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
 * Runs the gate on a server of pets. Only `args` can give the gate ids of pets. Also returns the status of each write
 * to an id that no object has.
 */
async function gateOn(change: Change = () => undefined, document: PetsDocumentChanges = {}, args: string[] = []) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument(document) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, ...args])
    const [run] = report.runs
    const steps = run?.cases.filter(({ path }) => path.endsWith('-absent'))
    return {
      code,
      findings: findingsOf(report).map((each) => each.split('/')[0]),
      steps: steps?.map(
        ({ operation, path, status, verdict }) => `${operation} ${path.split('/').at(-1)} ${status} ${verdict}`,
      ),
      values: run?.values,
    }
  } finally {
    folder.remove()
  }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const PET = { $ref: '#/components/schemas/Pet' }
const sent = (required: string[]) => ({
  required: true,
  ...json({
    type: 'object',
    additionalProperties: false,
    required,
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 60 },
      age: { type: 'integer', minimum: 0, maximum: 40 },
    },
  }),
})
const ok = { '200': { description: 'ok', ...json(PET) }, '400': { description: 'refused' } }
const put = { operationId: 'replacePet', requestBody: sent(['name']), responses: ok }
const patch = { operationId: 'changePet', requestBody: sent([]), responses: ok }
const gone = { operationId: 'deletePet', responses: { '204': { description: 'gone' } } }
/** Changes of the document: PUT, PATCH and DELETE do not have the response 404. */
const WITHOUT_404 = { item: { put, patch, delete: gone } }

const isItem = ({ path }: PetRequest) => /^\/pets\/[^/]+$/.test(path)
const idOf = ({ path }: PetRequest) => decodeURIComponent(path.split('/')[2] ?? '')
/**
 * Makes a change of the server: for requests with this method, if no object has the id, `answer` makes the response.
 */
const onAbsent =
  (method: string, answer: (request: PetRequest, state: PetState) => PetAnswer): Change =>
  (request, state) =>
    request.method === method && isItem(request) && !state.pets.has(idOf(request)) ? answer(request, state) : undefined

const echo = (request: PetRequest): PetAnswer => [200, { name: 'a', ...(request.body as object), id: idOf(request) }]
/** Stores a pet under the id in the path. */
const store = (request: PetRequest, { pets }: PetState): PetAnswer => {
  const { body } = request
  if (
    typeof body !== 'object' ||
    body === null ||
    typeof (body as Pet).name !== 'string' ||
    !/^.{1,60}$/.test((body as Pet).name) ||
    idOf(request).length > 20
  )
    return [400]
  const pet = { ...(body as Pet), id: idOf(request) }
  pets.set(pet.id, pet)
  return [200, pet]
}

describe('a write to an id that no object has', () => {
  test('is reported as drift if the server answers with an undocumented status, for PUT, PATCH and DELETE', async () => {
    const { code, findings, steps } = await gateOn(undefined, WITHOUT_404)
    expect(steps).toEqual([
      'replacePet update-absent 404 passed',
      'deletePet delete-absent 404 passed',
      'changePet update-absent 404 passed',
    ])
    expect(findings).toEqual(
      expect.arrayContaining(
        ['changePet', 'deletePet', 'replacePet'].map((id) => `status_code_conformance drift ${id}`),
      ),
    )
    expect(code).toBe(0)
  })

  test('is sent even if the server refuses to create objects', async () => {
    const full: Change = ({ method, path }) =>
      method === 'POST' && path === '/pets' ? [409, { error: 'full' }] : undefined
    const { steps } = await gateOn(full, WITHOUT_404)
    expect(steps?.map((step) => step.split(' ')[2])).toEqual(['404', '404', '404'])
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('is sent only after a read has shown that no object has the id', async () => {
    await gateOn(undefined, WITHOUT_404)
    const requests = server?.requests ?? []
    const deleted = requests.findIndex(({ method, path }) => method === 'DELETE' && path.startsWith('/pets/gate'))
    const read = requests.findIndex(({ method, path }) => method === 'GET' && path === requests[deleted]?.path)
    expect(read).toBeGreaterThan(-1)
    expect(read).toBeLessThan(deleted)
  })

  test.each<[string, Change, string, number]>([
    [
      'a crash on PATCH',
      onAbsent('PATCH', () => [500, { error: 'oops' }]),
      'status_code_conformance error changePet',
      1,
    ],
    ['a crash on DELETE', onAbsent('DELETE', () => [500]), 'status_code_conformance error deletePet', 1],
    ['a PUT that is accepted but not stored', onAbsent('PUT', echo), 'phantom_update error replacePet', 1],
    ['a PATCH that is accepted but not stored', onAbsent('PATCH', echo), 'phantom_update error changePet', 1],
  ])('reveals %s', async (_what, change, finding, code) => {
    const found = await gateOn(change, WITHOUT_404)
    expect(found.findings).toContain(finding)
    expect(found.code).toBe(code)
  })

  test('is reported if it is a DELETE that the server accepts although 404 is documented', async () => {
    const { findings, code } = await gateOn(onAbsent('DELETE', () => [204]))
    expect(findings).toEqual(['delete_twice drift deletePet'])
    expect(code).toBe(0)
  })

  test('is followed by a DELETE if it is a PUT and created an object', async () => {
    const { findings } = await gateOn(onAbsent('PUT', store), WITHOUT_404)
    expect(findings.filter((each) => / error replacePet/.test(each ?? '') && !each?.startsWith('negative'))).toEqual([])
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test.each<[string, Change, PetsDocumentChanges, string[]]>([
    ['accepts a DELETE of any id, and documents no 404', onAbsent('DELETE', () => [204]), WITHOUT_404, []],
    [
      'answers 202 to an update, because the server updates later',
      onAbsent('PUT', ({ path }) => (path.startsWith('/pets/gate') ? [202] : [404])),
      { item: { ...WITHOUT_404.item, put: { ...put, responses: { ...ok, '202': { description: 'later' } } } } },
      [],
    ],
    ['documents 404', () => undefined, {}, []],
  ])('causes no finding if the server %s', async (_what, change, document, args) => {
    const { code, findings } = await gateOn(change, document, args)
    expect(findings.filter((each) => !each?.includes(' drift '))).toEqual([])
    expect(code).toBe(0)
  })

  test.each<[string, PetsDocumentChanges, string[]]>([
    ['the user supplied the id', WITHOUT_404, ['--param', 'petId=old-1']],
    [
      'the document lists all ids in an enum',
      {
        item: {
          ...WITHOUT_404.item,
          parameters: [{ name: 'petId', in: 'path', required: true, schema: { enum: ['old-1', 'old-2'] } }],
        },
      },
      [],
    ],
  ])('is not sent if %s', async (_what, document, args) => {
    expect((await gateOn(undefined, document, args)).steps).toEqual([])
  })

  test('is not sent if the server returns an object for every id that the run reads', async () => {
    const { steps } = await gateOn(
      (request) =>
        request.method === 'GET' && isItem(request) ? [200, { id: idOf(request), name: 'any' }] : undefined,
      WITHOUT_404,
      ['--operation', 'getPet', '--operation', 'deletePet'],
    )
    expect(steps).toEqual(['deletePet delete-absent null not-applicable'])
  })

  test('is not sent with a numeric id if neither a read nor a list shows that the id is free', async () => {
    const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }]
    const { steps } = await gateOn(undefined, {
      collection: { get: null },
      item: { ...WITHOUT_404.item, parameters, get: null },
    })
    expect(steps?.every((step) => step.endsWith('null not-applicable'))).toBe(true)
  })
})

test('a dry run marks each write to an id that no object has', async () => {
  const folder = folderWith({ 'pets.json': petsDocument(WITHOUT_404) })
  const { out } = await runMain(['gate', '--spec', `${folder.path}/pets.json`, '-u', 'http://127.0.0.1:9', '--dry-run'])
  folder.remove()
  expect(out).toContain('a request with an id that no object has')
})

describe('a POST whose path contains an id that no object has', () => {
  const visits = {
    '/pets/{petId}/visits': {
      parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
      post: { operationId: 'addVisit', responses: { '200': { description: 'visited' } } },
    },
  }
  const visit =
    (answer: (isThere: boolean) => PetAnswer): Change =>
    (request, { pets }) => {
      if (!request.path.endsWith('/visits')) return undefined
      return request.method === 'POST' ? answer(pets.has(idOf(request))) : [405, {}, { allow: 'POST' }]
    }

  test.each<[string, (isThere: boolean) => PetAnswer, string[], number]>([
    [
      'is reported as drift if its status is undocumented',
      (isThere) => (isThere ? [200] : [404]),
      ['status_code_conformance drift addVisit'],
      0,
    ],
    [
      'is reported as an error if the server crashes',
      (isThere) => (isThere ? [200] : [500]),
      ['status_code_conformance error addVisit'],
      1,
    ],
    ['causes no finding if the server accepts every id', () => [200], [], 0],
  ])('%s', async (_what, answer, expected, exit) => {
    const { code, findings, steps } = await gateOn(visit(answer), { paths: visits })
    expect(steps?.some((step) => step.startsWith('addVisit post-absent'))).toBe(true)
    expect(findings).toEqual(expected)
    expect(code).toBe(exit)
  })

  test('is also sent as a PUT, but never as a DELETE, because a DELETE could remove an object that the run created', async () => {
    const { '/pets/{petId}/visits': visit } = visits
    const toys = {
      '/pets/{petId}/toys/{toyId}': {
        parameters: [...visit.parameters, { ...visit.parameters[0], name: 'toyId', example: 'ball' }],
        put: { operationId: 'replaceToy', responses: { '200': { description: 'ok' } } },
        delete: { operationId: 'deleteToy', responses: { '204': { description: 'gone' } } },
      },
    }
    await gateOn(undefined, { paths: toys })
    const sent = server?.requests.filter(({ path }) => /^\/pets\/gate[^/]*\/toys\/ball$/.test(path)) ?? []
    expect(new Set(sent.map(({ method }) => method))).toEqual(new Set(['PUT']))
  })

  test('is not sent if the path has a destructive verb', async () => {
    const { '/pets/{petId}/visits': path } = visits
    const { steps } = await gateOn(undefined, { paths: { '/pets/{petId}/purge': path } })
    expect(steps?.filter((step) => step.includes('post-absent'))).toEqual([])
  })
})
