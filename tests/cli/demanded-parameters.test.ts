import { afterEach, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetRequest, type PetAnswer, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

/** Runs the gate on `GET /chart`, whose optional parameters have defaults. */
async function gateOn(answer: (query: URLSearchParams) => PetAnswer, parameters: object[]) {
  server = await openPets((request: PetRequest) => {
    const url = new URL(request.path, 'http://localhost')
    return url.pathname === '/chart' && request.method === 'GET' ? answer(url.searchParams) : undefined
  })
  const refused = { description: 'refused' }
  const responses = { '200': { description: 'ok' }, '400': refused }
  const get = { operationId: 'chart', parameters: parameters.map((each) => ({ in: 'query', ...each })), responses }
  const folder = folderWith({ 'pets.json': petsDocument({ paths: { '/chart': { get } } }) })
  try {
    const args = ['--spec', `${folder.path}/pets.json`, '-u', server.url, '--operation', 'chart']
    const { code, report } = await runGate(args)
    return { code, findings: findingsOf(report), asked: server.requests.map(({ path }) => path) }
  } finally {
    folder.remove()
  }
}

const number = { type: 'integer', minimum: 0 }
const POINTS = { name: 'points', schema: { ...number, default: 20 } }
const isNumber = (text: string | null) => text === null || /^\d+$/.test(text)
const OK: PetAnswer = [200]

test.each<[string, PetAnswer]>([
  ['if the refusal names the parameter', [400, { error: 'points is required' }]],
  ['even if the refusal gives no reason', [400, { error: 'no' }]],
])(
  'the gate reports that the server requires a parameter that is optional and has a default, %s',
  async (_what, refusal) => {
    const { findings } = await gateOn(
      (query) => (query.has('points') && isNumber(query.get('points')) ? OK : refusal),
      [POINTS],
    )
    expect(findings).toContain('undocumented_demand drift chart/responses/200')
    expect(findings.filter((each) => each.includes(' error '))).toEqual([])
  },
)

test('if the server requires an optional parameter, negative cases of other parameters also send this parameter', async () => {
  const { findings } = await gateOn(
    (query) => (query.has('points') && isNumber(query.get('points')) ? OK : [400, { error: 'no' }]),
    [POINTS, { name: 'width', schema: number }],
  )
  expect(findings.some((each) => each.startsWith('negative_data_rejection error chart/parameters/width'))).toBe(true)
})

test('the first request omits an optional parameter; if the server accepts this request, nothing is reported', async () => {
  const { findings, asked } = await gateOn(
    (query) => (isNumber(query.get('points')) ? OK : [400, { error: 'points is no number' }]),
    [POINTS],
  )
  expect(findings.filter((each) => !each.startsWith('undocumented_body'))).toEqual([])
  expect(asked[0]).toBe('/chart')
})

test('the gate never adds an optional parameter such as `force`, which gives consent or increases the effect', async () => {
  const { asked } = await gateOn(
    () => [400, { error: 'force is required' }],
    [{ name: 'force', schema: { type: 'boolean', default: true } }],
  )
  // The gate may send `force` only in the case that tests this parameter.
  expect(asked.filter((path) => path === '/chart?force=true')).toHaveLength(1)
})
