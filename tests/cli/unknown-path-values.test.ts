import { afterEach, describe, expect, test } from 'vitest'
import { folderWith } from '../support/in-folder.ts'
import { openPets, petsDocument, type PetAnswer, type PetsServer } from '../support/pets-server.ts'
import { findingsOf, runGate, runMain } from '../support/run-main.ts'

let server: PetsServer | undefined
afterEach(() => server?.close())

const parameter = (name: string, schema: object = { type: 'string' }) => ({ name, in: 'path', required: true, schema })
const read = (operationId: string, names: string[], schema?: object) => ({
  get: {
    operationId,
    parameters: names.map((name) => parameter(name, schema)),
    responses: { '200': { description: 'ok', content: { 'application/json': { schema: {} } } } },
  },
})
const SENSOR = { '/sensors/{sensor}/values/{value}': read('readValue', ['sensor', 'value']) }

/** Runs the gate on a server of pets. The function `sensor` answers GET requests below `/sensors`. */
async function gateOn(paths: Record<string, Record<string, unknown>>, sensor: (segments: string[]) => PetAnswer) {
  server = await openPets(({ path }) => {
    const [, collection, ...rest] = path.split('/').map((each) => decodeURIComponent(each))
    return collection === 'sensors' ? sensor(rest) : undefined
  })
  const folder = folderWith({ 'pets.json': petsDocument({ paths }) })
  const args = ['--spec', `${folder.path}/pets.json`, '-u', server.url]
  try {
    const { code, report } = await runGate(args)
    const sent = server.requests.filter(({ path }) => path.startsWith('/sensors')).map(({ path }) => path)
    const findings = findingsOf(report).filter((each) => / (readValue|readPetValue) /.test(each.replaceAll('/', ' ')))
    return { code, findings, sent, values: report.runs[0]?.values, dry: await runMain(['gate', ...args, '--dry-run']) }
  } finally {
    folder.remove()
  }
}

describe('a GET with a path parameter whose value no response contains', () => {
  test('is sent with values that no resource should have; an undocumented refusal is reported as drift', async () => {
    const { code, findings, sent } = await gateOn(SENSOR, () => [400, { error: 'unknown' }])
    expect(sent).toContain('/sensors/no-such-value-1/values/no-such-value-1')
    expect(findings.map((each) => each.split('/')[0])).toEqual(['status_code_conformance drift readValue'])
    expect(code).toBe(2)
  })

  test('is reported as a crash if the server answers 500 to an unknown value', async () => {
    const { code, findings } = await gateOn(SENSOR, ([, , value]) => (value === '2147483648' ? [500] : [200, {}]))
    expect(findings.map((each) => each.split('/')[0])).toEqual(['status_code_conformance error readValue'])
    expect(code).toBe(1)
  })

  test.each<[string, PetAnswer]>([
    ['has a resource for every id', [200, {}]],
    ['answers null', [200, null]],
  ])('causes no finding if the server %s', async (_what, answer) => {
    const { code, findings } = await gateOn(SENSOR, () => answer)
    expect(findings).toEqual([])
    expect(code).toBe(2)
  })

  test('is shown by a dry run', async () => {
    const { dry } = await gateOn(SENSOR, () => [200, {}])
    expect(dry.out).toContain('/sensors/no-such-value-1/values/no-such-value-1')
  })
})

test('for a path with two parameters, the gate sends two unknown values, and also an unknown second value with an existing first value', async () => {
  const paths = { '/pets/{petId}/sensors/{sensor}': read('readPetValue', ['petId', 'sensor'], { type: 'string' }) }
  await gateOn(paths, () => [200, {}])
  const sent = server?.requests.map(({ path }) => path).filter((path) => path.includes('/sensors/')) ?? []
  expect(sent.some((path) => path === '/pets/no-such-value-1/sensors/no-such-value-1')).toBe(true)
  expect(sent.some((path) => /^\/pets\/new-\d+\/sensors\/no-such-value-1$/.test(path))).toBe(true)
})
