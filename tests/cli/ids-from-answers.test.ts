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
import { testHost } from '../support/test-host.ts'

type Change = (request: PetRequest, state: PetState) => PetAnswer | undefined

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on a server that stores pets. Only `args` can give the gate ids of pets. */
async function gateOn(
  change: Change = () => undefined,
  document: PetsDocumentChanges = {},
  args: string[] = [],
  host = testHost(),
) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument(document) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, ...args], host)
    const [run] = report.runs
    const passed = run?.cases.filter(({ verdict }) => verdict === 'passed').map(({ operation }) => operation)
    return { code, findings: findingsOf(report), operations: [...new Set(passed)], values: run?.values, run }
  } finally {
    folder.remove()
  }
}

const writesToOldPets = () =>
  server?.requests.filter(({ method, path }) => /\/old-\d$/.test(path) && /POST|PUT|PATCH|DELETE/.test(method))

const onCollection =
  (answers: Readonly<Record<string, PetAnswer>>): Change =>
  ({ method, path }) =>
    path === '/pets' ? answers[method] : undefined

/** Answers 200 with an existing object instead of 201 with a new one. */
const existing: Change = (request, state) =>
  request.method === 'POST' && state.answer(request)[0] === 201 ? [200, OLD_PETS[0]] : undefined

/** Returns an OpenAPI description of a POST on `/pets` whose response has the given status and body schema. */
function postAnswering(status: string, schema: object, more: object = {}) {
  const name = { type: 'string', minLength: 1, maxLength: 60 }
  const sent = { type: 'object', required: ['name', ...Object.keys(more)], properties: { name, ...more } }
  const json = (of: object) => ({ content: { 'application/json': { schema: of } } })
  const responses = { [status]: { description: 'ok', ...json(schema) }, '400': { description: 'refused' } }
  return { post: { operationId: 'addPet', requestBody: { required: true, ...json(sent) }, responses } }
}

/** Returns the OpenAPI paths of two DELETE operations: for one pet of a group, and for all pets of a group. */
function groups() {
  const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
  const responses = { '204': { description: 'gone' }, '404': { description: 'unknown' } }
  return {
    '/pets/{group}': { parameters: [path('group')], delete: { operationId: 'deleteGroup', responses } },
    '/pets/{group}/{id}': {
      parameters: [path('group'), path('id')],
      delete: { operationId: 'deleteInGroup', responses },
    },
  }
}

const ALL = ['listPets', 'addPet', 'getPet', 'replacePet', 'changePet', 'deletePet']
const MADE = 'petId of /pets/{petId}: an object that POST /pets made'

describe('a run against a server for which the user supplies no ids', () => {
  test('tests every operation with objects that the run creates, and removes all of them at the end', async () => {
    const { code, findings, operations, values } = await gateOn()
    expect({ code, findings, operations }).toEqual({ code: 0, findings: [], operations: ALL })
    expect(values).toEqual([`${MADE}; DELETE /pets/{petId} removed all 10 objects of the run`])
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('removes its objects even if the user stops the run with Ctrl-C', async () => {
    const host = testHost()
    let writes = 0
    const { code, values } = await gateOn(
      ({ method }) => {
        if (method === 'PUT') writes += 1
        if (writes === 3) setImmediate(() => host.stop())
        return undefined
      },
      {},
      [],
      host,
    )
    expect(code).toBe(2)
    expect(values).toEqual([expect.stringMatching(/DELETE \/pets\/\{petId\} removed all \d+ objects of the run$/)])
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('only reads objects that existed before the run', async () => {
    await gateOn()
    expect(writesToOldPets()).toEqual([])
  })

  test('takes an id from a list if the server refuses to create an object, and then sends no writes', async () => {
    const { operations, values } = await gateOn(({ method, path }) =>
      method === 'POST' && path === '/pets' ? [409, { error: 'the house is full' }] : undefined,
    )
    expect(operations).toContain('getPet')
    expect(values).toEqual(['petId of /pets/{petId}: from GET /pets'])
    expect(writesToOldPets()).toEqual([])
  })

  test('reports created objects that are still on the server because the document has no DELETE', async () => {
    const { code, values } = await gateOn(undefined, { item: { delete: null } })
    expect(code).toBe(0)
    expect(values).toEqual([
      `${MADE}; 10 of 10 objects of the run are still on the server: the run has no DELETE for this object`,
    ])
  })

  test('never changes or deletes an existing object that the server returns instead of a new one', async () => {
    await gateOn(({ method, path }) => (method === 'POST' && path === '/pets' ? [201, OLD_PETS[0]] : undefined))
    expect(
      server?.requests.filter(({ method, path }) => method === 'DELETE' && !path.startsWith('/pets/gate')),
    ).toEqual([])
    expect(writesToOldPets()).toEqual([])
    expect(server?.pets.size).toBe(OLD_PETS.length)
  })

  let taken = 0
  test.each<[string, Change, PetsDocumentChanges]>([
    [
      'answers 200 with an existing object that the list does not show',
      onCollection({ GET: [200, []], POST: [200, OLD_PETS[0]] }),
      { collection: postAnswering('200', { $ref: '#/components/schemas/Pet' }) },
    ],
    [
      'answers 200 where 201 is documented for a new object',
      (request, state) => (request.method === 'GET' && request.path === '/pets' ? [200, []] : existing(request, state)),
      {},
    ],
    [
      'answers 201 with an existing object of the same kind that the list does not show',
      (request, state) => {
        if (request.path !== '/pets') return undefined
        if (request.method === 'GET') return [200, []]
        return state.answer(request)[0] === 201 ? [201, OLD_PETS[0]] : undefined
      },
      {},
    ],
    [
      'answers 201 with another free object each time, for example from a pool',
      (request, state) => {
        if (request.path === '/pets' && request.method === 'GET') return [200, []]
        if (request.path !== '/pets' || state.answer(request)[0] !== 201) return undefined
        taken += 1
        return [201, OLD_PETS[taken % OLD_PETS.length]]
      },
      {},
    ],
    [
      'answers with a list of found objects',
      onCollection({ POST: [201, OLD_PETS] }),
      {
        collection: {
          ...postAnswering('201', { type: 'array', items: { $ref: '#/components/schemas/Pet' } }),
          get: null,
        },
      },
    ],
    [
      'replaces the object whose id the request contains',
      onCollection({ GET: [200, []], POST: [201, OLD_PETS[0]] }),
      { collection: postAnswering('201', { $ref: '#/components/schemas/Pet' }, { id: { const: 'old-1' } }) },
    ],
    [
      'creates an object inside an existing group, and the paths start with the id of the group',
      onCollection({ POST: [201, { group: 'old-1', id: 'new-7' }] }),
      {
        collection: postAnswering('201', {
          type: 'object',
          properties: { group: { type: 'string' }, id: { type: 'string' } },
        }),
        item: Object.fromEntries(['get', 'put', 'patch', 'delete'].map((method) => [method, null])),
        paths: groups(),
      },
    ],
  ])('never changes or deletes an existing object if the POST %s', async (_what, change, document) => {
    await gateOn(change, document)
    expect(server?.requests.some(({ method, path }) => method === 'POST' && path === '/pets')).toBe(true)
    expect(writesToOldPets()).toEqual([])
  })

  test('uses the object in a 200 response to a POST only if a second POST returns another id', async () => {
    const { values } = await gateOn(
      (request, state) => {
        // Calls `state.answer` only for a POST. For all other requests, the server calls it after this function. A
        // second call for the same DELETE would return 404.
        const answer = request.method === 'POST' ? state.answer(request) : undefined
        return answer?.[0] === 201 ? [200, answer[1]] : answer
      },
      { collection: postAnswering('200', { $ref: '#/components/schemas/Pet' }) },
    )
    expect(values).toEqual([`${MADE}; DELETE /pets/{petId} removed all 7 objects of the run`])
    expect(writesToOldPets()).toEqual([])
  })

  test('uses the new object of a POST that answers 200 where 201 is documented, if the response contains what was sent', async () => {
    const { values } = await gateOn((request, state) => {
      const answer = request.method === 'POST' ? state.answer(request) : undefined
      return answer?.[0] === 201 ? [200, answer[1]] : answer
    })
    expect(values).toEqual([
      `${MADE}; DELETE /pets/{petId} removed all 2 objects of the run`,
      expect.stringMatching(
        /^POST \/pets \(\d+ accepted requests\): the gate does not know what these requests made or changed/,
      ),
    ])
    expect(writesToOldPets()).toEqual([])
  })

  test('sends no second DELETE for an id, because another client may have created an object with this id in the meantime', async () => {
    await gateOn((request, { pets }) => {
      const id = request.path.split('/')[2] ?? ''
      if (request.method !== 'DELETE' || !pets.has(id)) return undefined
      pets.set(id, { id, name: 'Zoe' })
      return [204]
    })
    const deleted = server?.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
    expect(deleted).toEqual([...new Set(deleted)])
  })

  test('does not create an object just to get its id if the user supplies an id', async () => {
    const { values } = await gateOn(undefined, {}, ['--param', 'petId=old-1'])
    expect(values).toEqual([
      expect.stringMatching(
        /^POST \/pets \(7 accepted requests\): the gate does not know what these requests made or changed/,
      ),
    ])
    expect(server?.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  test('uses only operations that the user selected', async () => {
    const { run } = await gateOn(undefined, {}, ['--operation', 'getPet'])
    expect(run?.because).toContain('No value for getPet.petId: add --param getPet.petId=…')
    expect(server?.requests.some(({ method }) => method === 'POST')).toBe(false)
  })

  test('prefers an id from a response to the example in the document', async () => {
    const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' }, example: 'old-1' }]
    const { code } = await gateOn(undefined, { item: { parameters } })
    expect(code).toBe(0)
    expect(server?.requests.filter(({ path }) => /old-/.test(path))).toEqual([])
  })

  test('uses the example in the document if no response has an id', async () => {
    const parameters = [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' }, example: 'old-1' }]
    const { operations, values } = await gateOn(undefined, {
      item: { parameters },
      collection: { get: null, post: null },
    })
    expect(operations).toContain('getPet')
    expect(values).toBeUndefined()
  })
})

describe('the id of a new object', () => {
  const created =
    (of: (id: string) => PetAnswer): Change =>
    (request, state) => {
      if (request.method !== 'POST' || request.path !== '/pets') return undefined
      const [status, body] = state.answer(request)
      return status === 201 ? of((body as { id: string }).id) : undefined
    }
  const post = (response: object) => ({
    post: {
      operationId: 'addPet',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['name'],
              additionalProperties: false,
              properties: { name: { type: 'string', minLength: 1, maxLength: 60 } },
            },
          },
        },
      },
      responses: { ...response, '400': { description: 'refused' }, '409': { description: 'taken' } },
    },
  })
  const json = (schema: object) => ({ description: 'made', content: { 'application/json': { schema } } })
  const location = { Location: { schema: { type: 'string' } } }

  test.each<[string, Change, object]>([
    [
      'Location',
      created((id) => [201, undefined, { location: `/pets/${id}` }]),
      { '201': { description: 'made', headers: location } },
    ],
    [
      'an absolute Location with a query',
      created((id) => [201, undefined, { location: `http://elsewhere/api/v2/pets/${id}?view=full` }]),
      { '201': { description: 'made', headers: location } },
    ],
    [
      'an object that is wrapped in an envelope',
      created((id) => [201, { data: { type: 'pets', id, attributes: {} } }]),
      { '201': json({ type: 'object', properties: { data: { type: 'object' } } }) },
    ],
    [
      'a URL of the object',
      created((id) => [201, { _links: { self: { href: `/pets/${id}` } } }]),
      { '201': json({ type: 'object' }) },
    ],
    [
      'a property with the name of the parameter',
      created((id) => [201, { pet_id: id, id: 17 }]),
      { '201': json({ type: 'object' }) },
    ],
    [
      'a response that the document does not describe',
      created((id) => [200, { id }]),
      { '200': { description: 'ok' } },
    ],
  ])('comes from %s', async (_where, change, response) => {
    const { values } = await gateOn(change, { collection: post(response) })
    expect(values?.[0]).toMatch(/^petId of \/pets\/\{petId\}: an object that POST \/pets made;/)
    expect(server?.requests.some(({ method, path }) => method === 'PUT' && path.endsWith('new-1'))).toBe(true)
  })

  test('comes from the property that a link of the document names, whatever the property is called', async () => {
    const { values } = await gateOn(
      created((id) => [201, { number: id, id: 'no-pet' }]),
      {
        collection: post({
          '201': {
            ...json({ type: 'object' }),
            links: { pet: { operationId: 'getPet', parameters: { petId: '$response.body#/number' } } },
          },
        }),
      },
    )
    expect(values?.[0]).toContain('an object that POST /pets made')
    expect(server?.requests.some(({ method, path }) => method === 'GET' && path.endsWith('new-1'))).toBe(true)
  })
})

test('a dry run names the operations whose responses supply ids', async () => {
  const folder = folderWith({ 'pets.json': petsDocument() })
  const { code, out } = await runMain([
    'gate',
    ...['--spec', `${folder.path}/pets.json`, '-u', 'http://127.0.0.1:9', '--dry-run'],
  ])
  folder.remove()
  expect(code).toBe(0)
  expect(out).toContain('sends    a request with petId from POST /pets or GET /pets')
  expect(out).not.toContain('No value for')
})
