import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetAnswer, type PetRequest, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'
import { testHost } from '../support/test-host.ts'

const TOKENS: Readonly<Record<string, string>> = { 'Bearer tok-ann-7f3a': 'ann', 'Bearer tok-bob-91cd': 'bob' }
const json = { content: { 'application/json': { schema: { type: 'object' } } } }
const refused = { description: 'refused', ...json }
const guarded = (operationId: string, success: object, more: object = {}) => ({
  operationId,
  ...more,
  responses: { ...success, '400': refused, '401': refused, '403': refused, '404': refused },
})
const OK = { '200': { description: 'ok', ...json } }
const DOCUMENT = petsDocument({
  isSecured: true,
  item: {
    get: guarded('getPet', OK),
    put: null,
    patch: null,
    delete: guarded('deletePet', { '204': { description: 'gone' } }),
  },
})
const WITH_UPDATES = petsDocument({ isSecured: true })

let server: PetsServer | undefined
afterEach(() => server?.close())

/**
 * Runs the gate on a server where each pet has an owner. `foreign` returns the response to a request for a pet of
 * another user.
 */
async function gateAs(args: string[], foreign: (request: PetRequest) => PetAnswer | undefined, document = DOCUMENT) {
  const owners = new Map<string, string>()
  server = await openPets((request, { answer, pets }) => {
    const user = TOKENS[request.authorization ?? '']
    if (user === undefined) return [401, { error: 'who are you?' }, { 'www-authenticate': 'Bearer' }]
    const id = request.path.split('/')[2] ?? ''
    if (id !== '' && pets.has(id) && owners.get(id) !== user) {
      const other = foreign(request)
      if (other !== undefined) return other
    }
    const [status, body, headers] = answer(request)
    if (status === 201) owners.set((body as { id: string }).id, user)
    return headers === undefined ? [status, body] : [status, body, headers]
  })
  const folder = folderWith({ 'pets.json': document })
  try {
    const env = { ANN: 'Bearer tok-ann-7f3a', BOB: 'Bearer tok-bob-91cd', EVE: 'Bearer tok-eve-0000' }
    const ran = await runGate(
      ['--spec', `${folder.path}/pets.json`, '-u', server.url, '-H', 'Authorization: $ANN', ...args],
      {
        env,
      },
    )
    const cases = ran.report.runs[0]?.cases.filter(({ path }) => path.includes('as-other'))
    return {
      ...ran,
      findings: findingsOf(ran.report).map((each) => each.split('/')[0]),
      steps: cases?.map(({ path, status, verdict }) => `${path} ${status} ${verdict}`),
    }
  } finally {
    folder.remove()
  }
}

const OTHER = ['--as', 'other=Authorization: $BOB']
const forbid = (): PetAnswer => [403, { error: 'not yours' }]

describe('with the credentials of a second user', () => {
  test('a second user tries both a PUT and a PATCH, and a PATCH that changes the object is reported', async () => {
    const unlessPatch = ({ method }: PetRequest): PetAnswer | undefined =>
      method === 'PATCH' ? undefined : [404, { error: 'not yours' }]
    const { findings, steps } = await gateAs(OTHER, unlessPatch, WITH_UPDATES)
    expect(steps).toContain('replacePet/journey/update-as-other 404 passed')
    expect(steps).toContain('changePet/journey/update-as-other 200 passed')
    expect(findings.filter((each) => each?.startsWith('two_users'))).toEqual(['two_users drift changePet'])
  })

  test('a server that protects the objects of the first user passes', async () => {
    const { code, findings, steps } = await gateAs(OTHER, forbid)
    expect({ code, findings }).toEqual({ code: 0, findings: [] })
    expect(steps).toEqual([
      'listPets/journey/list-as-other 200 passed',
      'getPet/journey/read-as-other 403 passed',
      'deletePet/journey/delete-as-other 403 passed',
    ])
  })

  test('a server that shows objects of the first user is reported, and no report contains a token', async () => {
    const { code, findings, report, out, err } = await gateAs(OTHER, ({ method }) =>
      method === 'GET' ? undefined : [403, { error: 'not yours' }],
    )
    expect({ code, findings }).toEqual({ code: 1, findings: ['two_users error getPet'] })
    const texts = out + err + JSON.stringify(report)
    expect(texts).not.toMatch(/tok-(ann|bob)/)
    expect(texts).toMatch(/--as 'other=Authorization: Bearer \$\w+_OTHER_TOKEN'/)
  })

  test('a server that lets the second user delete objects of the first user is reported', async () => {
    const { findings } = await gateAs(OTHER, ({ method }) => (method === 'DELETE' ? undefined : forbid()))
    expect(findings).toEqual(['two_users error deletePet'])
  })

  test('if the second user has an object with the same id, this object is read and never changed', async () => {
    const methods: string[] = []
    const { findings, steps } = await gateAs(OTHER, ({ method, path }) => {
      methods.push(method)
      return [200, { id: path.split('/')[2], name: 'another pet' }]
    })
    expect(findings).toEqual([])
    expect(methods).toEqual(['GET'])
    expect(steps?.slice(1)).toEqual([
      'getPet/journey/read-as-other 200 not-applicable',
      'deletePet/journey/delete-as-other null not-applicable',
    ])
  })

  test('a DELETE that answers 204 and removes nothing is not reported', async () => {
    const { findings } = await gateAs(OTHER, ({ method }) => (method === 'DELETE' ? [204] : forbid()))
    expect(findings).toEqual([])
  })

  test('if the server does not know the credentials of the second user, the cases are blocked and nothing is reported', async () => {
    const { findings, steps } = await gateAs(['--as', 'other=Authorization: $EVE'], () => undefined)
    expect(findings).toEqual([])
    expect(steps?.every((step) => step.endsWith('blocked'))).toBe(true)
  })
})

test.each([
  ['the same header', ['--as', 'other=Authorization: Bearer tok-ann-7f3a']],
  ['the same variable', ['--as', 'other=authorization: $ANN']],
])('%s for both users is refused with exit code 2', async (_what, args) => {
  const folder = folderWith({ 'pets.json': DOCUMENT })
  const host = testHost({ env: { ANN: 'Bearer tok-ann-7f3a' } })
  const base = ['gate', '--spec', `${folder.path}/pets.json`, '-u', 'http://127.0.0.1:9', '-H', 'Authorization: $ANN']
  const { code, err } = await runMain([...base, ...args], host)
  folder.remove()
  expect(code).toBe(2)
  expect(err).toContain('there is no second user')
  expect(err).not.toContain('tok-ann')
})
