import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  openPets,
  petsDocument,
  type Pet,
  type PetAnswer,
  type PetRequest,
  type PetsDocumentChanges,
  type PetState,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

type Change = (request: PetRequest, state: PetState) => PetAnswer | undefined

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on a server of pets. The gate gets no ids of pets. */
async function gateOn(change: Change = () => undefined, document: PetsDocumentChanges = {}) {
  server = await openPets(change)
  const collection = { post: WITH_AGE, ...document.collection }
  const folder = folderWith({ 'pets.json': petsDocument({ ...document, collection }) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    return { code, findings: findingsOf(report).map((each) => each.split('/')[0]) }
  } finally {
    folder.remove()
  }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const properties = {
  name: { type: 'string', minLength: 1, maxLength: 60 },
  age: { type: 'integer', minimum: 1, maximum: 40 },
}
const BODY = { type: 'object', additionalProperties: false, required: ['name', 'age'], properties }
const REFUSED = { description: 'refused', ...json({ type: 'object', required: ['error'] }) }
/** An OpenAPI description of a POST whose body must have an age. */
const WITH_AGE = {
  operationId: 'addPet',
  requestBody: { required: true, ...json(BODY) },
  responses: {
    '201': { description: 'ok', ...json({ $ref: '#/components/schemas/Pet' }) },
    '400': REFUSED,
    '409': REFUSED,
  },
}

/** A comparison for sorting: pets that existed before the run come before new pets. */
const oldFirst = (one: Pet, other: Pet): number => Number(isNew(one)) - Number(isNew(other))
const isNew = ({ id }: Pet): boolean => id.startsWith('new')

const CORRECT = { code: 0, findings: [] }

/** Makes a server that responds correctly, but stores another object than the request sends. */
const storing =
  (method: string, change: (pet: Pet, sent: Partial<Pet>, old: Pet | undefined) => Pet): Change =>
  (request, { pets, answer }) => {
    if (request.method !== method) return undefined
    const old = new Map(pets)
    const [status, body] = answer(request)
    if (status < 300) {
      const pet = body as Pet
      pets.set(pet.id, change(pet, request.body as Partial<Pet>, old.get(pet.id)))
    }
    return [status, body]
  }

const isList = ({ method, path }: PetRequest) =>
  method === 'GET' && path.startsWith('/pets') && !path.startsWith('/pets/')

/**
 * Makes a server whose lists have pages of two items. `next` returns the properties that lead to the next page.
 * `parameter` is the query parameter that selects a page.
 */
const paged =
  (next: (from: number, isLast: boolean) => object, parameter: string, startOf: (text: string) => number): Change =>
  (request, { pets }) => {
    if (!isList(request)) return undefined
    const { searchParams } = new URL(request.path, 'http://localhost')
    const text = searchParams.get(parameter)
    if (text !== null && !/^(c\d+|\d{1,2})$/.test(text)) return [400, { error: 'no such page' }]
    const from = text === null ? 0 : startOf(text)
    const size = Number(searchParams.get('limit') ?? 2)
    const items = [...pets.values()].slice(from, from + size)
    return [200, { items, ...next(from + 2, from + 2 >= pets.size) }]
  }

/**
 * Returns an OpenAPI description of a list with pages. `envelope` has the schemas of the properties beside the items.
 */
function pagedList(parameter: object, envelope: object = {}) {
  const items = { type: 'array', items: { $ref: '#/components/schemas/Pet' } }
  const schema = { type: 'object', required: ['items'], properties: { items, ...envelope } }
  const responses = {
    '200': { description: 'ok', content: { 'application/json': { schema } } },
    '400': REFUSED,
  }
  const parameters = [{ in: 'query', ...parameter }]
  return { collection: { get: { operationId: 'listPets', parameters, responses } } }
}

const text = { type: 'string' }
const number = { type: 'integer', minimum: 0, maximum: 99 }

describe('reading a created object back', () => {
  test.each<[string, Change, string, number]>([
    [
      'a server that stores another value than it confirms',
      storing('POST', (pet) => ({ ...pet, ...(pet['age'] === undefined ? {} : { age: 41 - Number(pet['age']) }) })),
      'write_then_read error addPet',
      1,
    ],
    [
      'a server that stores only a part of the object',
      storing('POST', ({ id, name }) => ({ id, name })),
      'write_then_read drift addPet',
      0,
    ],
    [
      'a list without the created object',
      (request, { pets }) =>
        isList(request) ? [200, [...pets.values()].filter(({ id }) => id.startsWith('old'))] : undefined,
      'created_is_listed drift addPet',
      0,
    ],
    [
      'a PUT that merges the sent object into the stored object instead of replacing it',
      storing('PUT', (pet, _sent, old) => ({ ...old, ...pet })),
      'update_then_read drift replacePet',
      0,
    ],
    [
      'a server that returns an object for every id',
      ({ method, path }) => (method === 'GET' && /no-such/.test(path) ? [200, { id: 'x', name: 'x' }] : undefined),
      'absent_id drift getPet',
      0,
    ],
  ])('detects %s', async (_defect, change, finding, code) => {
    expect(await gateOn(change)).toEqual({ code, findings: [finding] })
  })

  test.each<[string, Change, PetsDocumentChanges]>([
    ['trims and lower-cases names', storing('POST', (pet) => ({ ...pet, name: pet.name.trim().toLowerCase() })), {}],
    [
      'lists pages with a cursor',
      paged(
        (from, isLast) => (isLast ? {} : { nextCursor: `c${from}` }),
        'cursor',
        (each) => Number(each.slice(1)),
      ),
      pagedList({ name: 'cursor', schema: text }, { nextCursor: { type: 'string' } }),
    ],
    [
      'lists pages with numbers from 1',
      paged(
        () => ({}),
        'page',
        (each) => 2 * Math.max(0, Number(each) - 1),
      ),
      pagedList({ name: 'page', schema: number }),
    ],
    ['lists pages with an offset', paged(() => ({}), 'offset', Number), pagedList({ name: 'offset', schema: number })],
    [
      'lists only the first page, and documents no other',
      paged(
        () => ({ hasMore: true }),
        'limit',
        () => 0,
      ),
      pagedList({ name: 'limit', schema: number }, { hasMore: { type: 'boolean' } }),
    ],
    [
      'lists only the first eleven pets, and documents no pages',
      (request, { pets }) => {
        const others = Array.from({ length: 9 }, (_, index) => ({ id: `old-1${index}`, name: `Rex ${index}`, age: 3 }))
        return isList(request) ? [200, [...pets.values(), ...others].toSorted(oldFirst).slice(0, 11)] : undefined
      },
      {},
    ],
  ])('finds nothing if a correct server %s', async (_style, change, document) => {
    expect(await gateOn(change, document)).toEqual(CORRECT)
  })

  test('causes no finding if a correct server shows the object only after half a second', async () => {
    const born = new Map<string, number>()
    const change: Change = (request, { pets }) => {
      for (const id of pets.keys()) if (!born.has(id)) born.set(id, id.startsWith('old') ? 0 : Date.now())
      const isNew = (id: string) => Date.now() - (born.get(id) ?? Date.now()) < 400
      if (isList(request)) return [200, [...pets.values()].filter(({ id }) => !isNew(id))]
      const id = request.path.split('/')[2] ?? ''
      return request.method === 'GET' && pets.has(id) && isNew(id) ? [404, { error: 'not yet' }] : undefined
    }
    const { findings } = await gateOn(change)
    expect(findings).toEqual([])
  })

  test('causes no finding if a correct server shows an update only after half a second', async () => {
    const earlier = new Map<string, { readonly pet: Pet; readonly until: number }>()
    const { findings } = await gateOn((request, { pets, answer }) => {
      const id = request.path.split('/')[2] ?? ''
      const old = pets.get(id)
      const copy = earlier.get(id)
      if (request.method === 'GET' && copy !== undefined && copy.until > Date.now()) return [200, copy.pet]
      const response = answer(request)
      const isUpdate = old !== undefined && pets.has(id) && request.method !== 'GET' && response[0] === 200
      if (isUpdate) earlier.set(id, { pet: old, until: Date.now() + 400 })
      return response
    })
    expect(findings).toEqual([])
  })

  test('is reported only as drift if a stored value differs and the description of its property says that the server changes values', async () => {
    const age = { ...properties.age, description: 'Rounded to the age group.' }
    const requestBody = { required: true, ...json({ ...BODY, properties: { ...properties, age } }) }
    const change = storing('POST', (pet) => ({ ...pet, age: 41 - Number(pet['age'] ?? 1) }))
    expect(await gateOn(change, { collection: { post: { ...WITH_AGE, requestBody } } })).toEqual({
      code: 0,
      findings: ['write_then_read drift addPet'],
    })
  })

  test('does not follow the property `next` of a list to another path', async () => {
    await gateOn(
      (request, { pets }) =>
        isList(request) ? [200, { items: [...pets.values()].slice(0, 1), next: '/logout' }] : undefined,
      pagedList({ name: 'page', schema: number }, { next: { type: 'string' } }),
    )
    expect(server?.requests.filter(({ path }) => path.includes('logout'))).toEqual([])
  })
})
