import { afterEach, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  OLD_PETS,
  openPets,
  petsDocument,
  type PetRequest,
  type PetAnswer,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const text = { type: 'string', minLength: 1, maxLength: 40 }
const sent = (properties: object) => ({
  required: true,
  ...json({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties }),
})
const post = (operationId: string, requestBody: object, status: string, schema: object) => ({
  post: {
    operationId,
    requestBody,
    responses: { [status]: { description: 'ok', ...json(schema) }, '400': { description: 'refused' } },
  },
})
const PET = { $ref: '#/components/schemas/Pet' }
const PATHS = {
  '/notes': post('addNote', sent({ text }), '200', { type: 'object' }),
  '/imports': post('importNotes', sent({ lines: { type: 'array', minItems: 2, maxItems: 2, items: text } }), '200', {
    type: 'object',
    required: ['imported'],
    properties: { imported: { type: 'integer' } },
  }),
  '/notes/search': post('searchNotes', sent({ text }), '200', { type: 'array' }),
}
const body = sent({ name: { type: 'string', minLength: 1, maxLength: 60 } })

/** Runs the gate on a server of pets, notes and imports. Returns how many notes and imports the server created. */
async function gateOn() {
  const made = { notes: 0, imports: 0 }
  const isText = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 40
  const isOnly = (value: unknown, name: string) =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === name
  server = await openPets((request: PetRequest, state): PetAnswer | undefined => {
    const { method, path, body: given } = request
    if (method !== 'POST') return undefined
    if (path === '/pets') {
      if (!isOnly(given, 'name')) return [400]
      const [status, pet] = state.answer(request)
      return status === 201 ? [200, pet] : [400]
    }
    if (path === '/notes' || path === '/notes/search') {
      if (!isOnly(given, 'text') || !isText((given as { text: unknown }).text)) return [400]
      if (path !== '/notes') return [200, []]
      made.notes += 1
      return [200, { ok: true }]
    }
    const { lines } = (given ?? {}) as { lines?: unknown }
    if (!isOnly(given, 'lines') || !Array.isArray(lines) || lines.length !== 2 || !lines.every(isText)) return [400]
    made.imports += 1
    return [200, { imported: 2 }]
  })
  const collection = post('addPet', body, '200', PET)
  const folder = folderWith({ 'pets.json': petsDocument({ collection, paths: PATHS }) })
  try {
    const { report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    return { made, findings: findingsOf(report), values: report.runs[0]?.values ?? [] }
  } finally {
    folder.remove()
  }
}

test('a run deletes each object that it created; a POST without a documented DELETE is listed with its number of requests', async () => {
  const { made, values, findings } = await gateOn()
  expect(findings.filter((each) => each.includes(' error '))).toEqual([])
  expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  expect(values[0]).toMatch(/POST \/pets made; DELETE \/pets\/\{petId\} removed all \d+ objects of the run$/)
  expect(values).toHaveLength(2)
  const listed = [...(values[1] ?? '').matchAll(/(POST \S+) \((\d+) accepted requests?\)/g)].map((found) =>
    found.slice(1, 3),
  )
  expect(listed).toEqual([
    ['POST /notes', String(made.notes)],
    ['POST /imports', String(made.imports)],
  ])
})

test('objects are listed as still on the server if their DELETE is accepted but does not remove them', async () => {
  server = await openPets(({ method, path }) => (method === 'DELETE' && !path.includes('/old-') ? [204] : undefined))
  const folder = folderWith({ 'pets.json': petsDocument() })
  const { report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
  folder.remove()
  const left = server.pets.size - OLD_PETS.length
  expect(report.runs[0]?.values).toEqual([
    `petId of /pets/{petId}: an object that POST /pets made; ${left} of ${left} objects of the run are still on the server: deletePet was accepted but deleted nothing`,
  ])
})

test('a PUT to an unknown id is listed if the server creates an object with another id', async () => {
  const made: string[] = []
  server = await openPets(({ method, path, body: given }, { pets }) => {
    const id = decodeURIComponent(path.split('/')[2] ?? '')
    if (method !== 'PUT' || pets.has(id) || !isPet(given)) return undefined
    made.push(id)
    pets.set(`copy-${made.length}`, { ...given, id: `copy-${made.length}` })
    return [200, { ...given, id }]
  })
  const put = {
    operationId: 'replacePet',
    requestBody: body,
    responses: { '200': { description: 'ok', ...json(PET) } },
  }
  const folder = folderWith({ 'pets.json': petsDocument({ item: { put } }) })
  const { report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
  folder.remove()
  expect(made.length).toBeGreaterThan(0)
  expect(report.runs[0]?.values?.at(-1)).toMatch(
    /^PUT \/pets\/\{petId\} \(\d accepted requests?\): the gate does not know what these requests made or changed/,
  )
})

const isPet = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && typeof (value as { name?: unknown }).name === 'string'
