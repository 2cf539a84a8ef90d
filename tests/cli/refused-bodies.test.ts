import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import {
  OLD_PETS,
  openPets,
  petsDocument,
  type PetAnswer,
  type PetRequest,
  type PetsServer,
} from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const POST = {
  operationId: 'addPet',
  requestBody: {
    required: true,
    ...json({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1, maxLength: 60 } },
    }),
  },
  responses: {
    '201': { description: 'ok', ...json({ $ref: '#/components/schemas/Pet' }) },
    '400': { description: 'refused', ...json({}) },
    '409': { description: 'taken', ...json({}) },
    '422': { description: 'refused', ...json({}) },
  },
}

let server: PetsServer | undefined
afterEach(() => server?.close())

/**
 * Runs the gate on a server of pets. If `check` returns a response for the body of a POST, the server sends that
 * response.
 */
async function gateOn(check: (body: Record<string, unknown>) => PetAnswer | undefined) {
  const posts: Record<string, unknown>[] = []
  server = await openPets((request: PetRequest, { answer }) => {
    if (request.method !== 'POST' || request.path !== '/pets') return undefined
    const body = request.body as Record<string, unknown> | null
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return undefined
    posts.push(body)
    const { name } = body
    return check(body) ?? answer({ ...request, body: { name } })
  })
  const folder = folderWith({ 'pets.json': petsDocument({ collection: { post: POST } }) })
  try {
    const { code, report } = await runGate(['--spec', `${folder.path}/pets.json`, '-u', server.url])
    const cases = report.runs[0]?.cases.filter(({ operation }) => operation === 'addPet')
    return { code, findings: findingsOf(report).map((each) => each.split('/')[0]), cases, posts }
  } finally {
    folder.remove()
  }
}

describe('a body that the document allows and the server refuses', () => {
  test('gets the property that the refusal asks for, and the undocumented requirement is reported once', async () => {
    const { code, findings } = await gateOn(({ kind }) =>
      kind === undefined
        ? [422, { detail: [{ loc: ['body', 'kind'], msg: 'Field required', type: 'missing' }] }]
        : undefined,
    )
    expect({ code, findings }).toEqual({ code: 0, findings: ['undocumented_demand drift addPet'] })
    expect([...(server?.pets.values() ?? [])]).toEqual(OLD_PETS)
  })

  test('is sent at most three more times with changes if the server refuses every change', async () => {
    const { posts } = await gateOn((body) => [422, { errors: { [`p${Object.keys(body).length}`]: ['is required'] } }])
    const valid = posts.filter(({ name }) => typeof name === 'string' && name !== '')
    expect(Math.max(...posts.map((body) => Object.keys(body).length))).toBe(4)
    expect(valid.length).toBeLessThan(60)
  })

  test('gets another name if the server says that the name is taken; later cases with the same name pass', async () => {
    const { code, findings, cases } = await gateOn(() => undefined)
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    expect(cases?.filter(({ path, status }) => path.includes('/valid/') && status === 409)).toEqual([])
  })
})
