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
import { findingsOf, runGate } from '../support/run-main.ts'

type Change = (request: PetRequest, state: PetState) => PetAnswer | undefined

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on a server whose pets get their ids from the client. */
async function gateOn(change: Change, document: PetsDocumentChanges) {
  server = await openPets(change)
  const folder = folderWith({ 'pets.json': petsDocument(document) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const [run] = report.runs
    const passed = run?.cases.filter(({ verdict }) => verdict === 'passed').map(({ operation }) => operation)
    return { code, findings: findingsOf(report), operations: [...new Set(passed)], values: run?.values }
  } finally {
    folder.remove()
  }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const ok = { description: 'ok', ...json({ $ref: '#/components/schemas/Pet' }) }
const refused = { description: 'refused', ...json({ $ref: '#/components/schemas/Error' }) }
const sent = {
  required: true,
  ...json({
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 60 },
      age: { type: 'integer', minimum: 0, maximum: 40 },
    },
  }),
}
const make = (method: string, status: string, more: object = {}) => ({
  collection: { post: null },
  item: {
    put: null,
    [method]: { operationId: 'makePet', requestBody: sent, responses: { [status]: ok, '400': refused, ...more } },
  },
})

const idOf = ({ path }: PetRequest) => decodeURIComponent(path.split('/')[2] ?? '')
const isPet = (body: unknown): body is Pet => {
  const { name, age, ...others } = (body ?? {}) as Pet
  const isAge = age === undefined || (Number.isInteger(age) && Number(age) >= 0 && Number(age) <= 40)
  return typeof name === 'string' && name !== '' && name.length <= 60 && isAge && Object.keys(others).length === 0
}

/** True if the id in the path is at most as long as the document allows. */
const isId = (request: PetRequest) => idOf(request).length <= 20

/** Makes a server on which PUT creates or replaces a pet. */
const putting =
  (created: number, stored: (pet: Pet) => Pet = (pet) => pet): Change =>
  (request, { pets }) => {
    if (request.method !== 'PUT' || request.path.split('/').length !== 3) return undefined
    if (!isPet(request.body) || !isId(request)) return [400, { error: 'this is no pet' }]
    const pet = { ...request.body, id: idOf(request) }
    const status = pets.has(pet.id) ? 200 : created
    pets.set(pet.id, stored(pet))
    return [status, pet]
  }

/** Makes a server on which POST on the path of a pet creates this pet, and refuses an id that is in use. */
const posting =
  (stored: (pet: Pet) => Pet = (pet) => pet): Change =>
  (request, { pets }) => {
    if (request.method !== 'POST' || request.path.split('/').length !== 3) return undefined
    if (!isPet(request.body) || !isId(request)) return [400, { error: 'this is no pet' }]
    const pet = { ...request.body, id: idOf(request) }
    if (pets.has(pet.id)) return [409, { error: 'taken' }]
    pets.set(pet.id, stored(pet))
    return [201, pet]
  }

const allow =
  (change: Change): Change =>
  (request, state) => {
    const answer = change(request, state) ?? (isId(request) ? state.answer(request) : [404, { error: 'no such pet' }])
    return answer[0] === 405 ? [405, answer[1], { allow: 'GET, PUT, POST, PATCH, DELETE' }] : answer
  }
const writesToOldPets = () =>
  server?.requests.filter(({ method, path }) => /\/old-\d$/.test(path) && /POST|PUT|PATCH|DELETE/.test(method))

describe('an object whose id the client chooses', () => {
  test.each<[string, Change, PetsDocumentChanges]>([
    ['a PUT that documents 201', putting(201), make('put', '201', { '200': ok })],
    ['a PUT whose 200 has the object', putting(200), make('put', '200')],
    ['a POST whose path has the new id', posting(), make('post', '201', { '409': refused })],
  ])('is created by %s, and then read, changed and deleted', async (_what, change, document) => {
    const { code, findings, operations, values } = await gateOn(allow(change), document)
    expect(findings.filter((each) => !each.includes(' drift '))).toEqual([])
    expect(code).toBe(0)
    expect(operations.toSorted()).toEqual(['changePet', 'deletePet', 'getPet', 'listPets', 'makePet'])
    expect(values?.[0]).toMatch(/^petId of \/pets\/\{petId\}: an object that (PUT|POST) \/pets\/\{petId\} made; DELETE/)
    expect(writesToOldPets()).toEqual([])
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('is created with all properties if the server requires an optional property', async () => {
    const change: Change = (request, state) =>
      request.method === 'PUT' && (request.body as Pet | undefined)?.['age'] === undefined
        ? [400, { error: 'no' }]
        : putting(201)(request, state)
    const { values } = await gateOn(allow(change), make('put', '201', { '200': ok }))
    expect(values?.[0]).toMatch(/an object that PUT \/pets\/\{petId\} made; DELETE/)
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test.each<[string, Change, PetsDocumentChanges, string]>([
    [
      'a PUT that stores another value',
      putting(201, (pet) => ({ ...pet, name: 'other' })),
      make('put', '201', { '200': ok }),
      'sent_value_returned error makePet',
    ],
    [
      'a POST that stores another value',
      posting((pet) => ({ ...pet, name: 'other' })),
      make('post', '201', { '409': refused }),
      'write_then_read drift makePet',
    ],
    [
      'a POST that refuses, with an undocumented status, an id that another object has',
      posting(),
      make('post', '201'),
      'status_code_conformance drift makePet',
    ],
  ])('lets the gate detect %s', async (_what, change, document, finding) => {
    const { findings } = await gateOn(allow(change), document)
    expect(findings.map((each) => each.split('/')[0])).toContain(finding)
  })

  test('is not created if the server returns an object for every id that the run reads', async () => {
    await gateOn(
      (request, state) =>
        request.method === 'GET' && request.path.split('/').length === 3
          ? [200, { id: idOf(request), name: 'any' }]
          : putting(201)(request, state),
      make('put', '201', { '200': ok }),
    )
    expect(server?.requests.some(({ method, path }) => method !== 'GET' && path.startsWith('/pets/gate'))).toBe(false)
    expect(server?.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  })
})
