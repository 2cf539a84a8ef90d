import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  openPets,
  petsDocument,
  type Pet,
  type PetAnswer,
  type PetRequest,
  type PetState,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const PET = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    age: { type: 'integer' },
    tags: { type: 'array', items: { type: 'string' } },
  },
}
const refused = { description: 'refused', ...json({ type: 'object' }) }
const { id: _id, age: _age, ...fields } = PET.properties
const requestBody = {
  required: true,
  ...json({ type: 'object', required: ['name'], additionalProperties: false, properties: fields }),
}
const answers = { '400': refused, '404': refused, '409': refused }
const ok = { description: 'ok', ...json(PET) }
const collection = {
  get: {
    operationId: 'listPets',
    parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
    responses: { '200': { description: 'ok', ...json({ type: 'array', items: PET }) }, '400': refused },
  },
  post: { operationId: 'addPet', requestBody, responses: { '201': ok, ...answers } },
}
const item = {
  get: { operationId: 'getPet', responses: { '200': ok, '404': refused } },
  put: { operationId: 'replacePet', requestBody, responses: { '200': ok, ...answers } },
  patch: null,
}

/**
 * Runs the gate on a server that stores pets with any name and tags. If `change` returns a response, the server sends
 * that response instead.
 */
async function gateOn(
  change: (request: PetRequest) => PetAnswer | undefined,
  args: string[] = [],
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
) {
  let next = 1
  server = await openPets((request: PetRequest, { pets, answer }: PetState) => {
    const changed = change(request)
    if (changed !== undefined || (request.method !== 'POST' && request.method !== 'PUT')) return changed
    const { name, tags, ...others } = (request.body ?? {}) as Record<string, unknown>
    const isTags = tags === undefined || (Array.isArray(tags) && tags.every((each) => typeof each === 'string'))
    if (typeof name !== 'string' || !isTags || Object.keys(others).length > 0) return [400, { error: 'this is no pet' }]
    const old = request.path === '/pets' ? undefined : pets.get(decodeURIComponent(request.path.slice(6)))
    if (request.path !== '/pets' && old === undefined) return answer(request)
    const pet = { ...(request.body as Pet), id: old?.id ?? `new-${next++}` }
    pets.set(pet.id, pet)
    return [old === undefined ? 201 : 200, pet]
  })
  const folder = folderWith({ 'pets.json': petsDocument({ collection, item, paths }) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url, ...args])
    return { code, findings: findingsOf(report).map((each) => each.split('/')[0]), report }
  } finally {
    folder.remove()
  }
}

const sendsEmptyName = ({ body }: PetRequest) => (body as { name?: unknown } | undefined)?.name === ''

describe('an empty value that the schema allows', () => {
  test('causes no finding if the server accepts it, in bodies and in query parameters', async () => {
    const { code, findings } = await gateOn(() => undefined)
    expect(findings).toEqual([])
    expect(code).toBe(0)
    const sent = server?.requests ?? []
    expect(sent.some((request) => request.method === 'POST' && sendsEmptyName(request))).toBe(true)
    expect(sent.some((request) => request.method === 'PUT' && sendsEmptyName(request))).toBe(true)
    expect(sent.some(({ path }) => path === '/pets?q=')).toBe(true)
  })

  test('is reported as drift if the server refuses it', async () => {
    const { code, findings } = await gateOn((request) => {
      if (request.path === '/pets?q=') return [400, { error: 'q is empty' }]
      return sendsEmptyName(request) ? [400, { error: 'the name is empty' }] : undefined
    })
    expect(findings).toEqual([
      'positive_data_acceptance drift listPets',
      'positive_data_acceptance drift addPet',
      'positive_data_acceptance drift replacePet',
    ])
    expect(code).toBe(0)
  })

  test('is reported as a separate drift finding if the server refuses it with an undocumented status', async () => {
    const { report } = await gateOn((request) =>
      sendsEmptyName(request) && request.method === 'POST' ? [418, { error: 'the name is empty' }] : undefined,
    )
    expect(report.runs[0]?.findings.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      'drift: answers 418 to an empty value of name, which the document does not define',
    ])
  })

  test('is reported as an error if the server crashes', async () => {
    const { code, findings } = await gateOn((request) =>
      request.method === 'POST' && sendsEmptyName(request) ? [500] : undefined,
    )
    expect(findings).toEqual(['status_code_conformance error addPet'])
    expect(code).toBe(1)
  })

  test('is not sent in an update of an object that the gate did not make', async () => {
    await gateOn(() => undefined, ['--param', 'petId=old-1'])
    expect(server?.requests.filter((request) => request.method === 'PUT' && sendsEmptyName(request))).toEqual([])
  })

  test('is not sent in a POST that acts on objects instead of creating one, because an empty list can mean all objects', async () => {
    const ids = { type: 'array', items: { type: 'string' } }
    const action = {
      operationId: 'readPets',
      requestBody: { required: true, ...json({ type: 'object', required: ['ids'], properties: { ids } }) },
      responses: { '201': { description: 'done' }, ...answers },
    }
    const isList = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string')
    const read = ({ method, path, body }: PetRequest): PetAnswer | undefined => {
      if (method !== 'POST' || path !== '/pets/read') return undefined
      return isList((body as { ids?: unknown } | null)?.ids) ? [201] : [400, { error: 'ids is no list of texts' }]
    }
    await gateOn(read, [], { '/pets/read': { post: action } })
    const lists = server?.requests
      .filter(({ path }) => path === '/pets/read')
      .map(({ body }) => (body as { ids?: unknown } | null)?.ids)
    expect(lists?.some((list) => isList(list))).toBe(true)
    expect(lists).not.toContainEqual([])
  })
})
