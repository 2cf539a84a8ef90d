import { expect, test } from 'vitest'
import { isObject, type JsonObject } from '../../src/json.ts'
import { inFolder } from '../support/in-folder.ts'
import { findingsOf, runGate } from '../support/run-main.ts'
import { serve, type Answer } from './serve.ts'

const INCIDENTS = `
openapi: 3.1.0
info: { title: Incidents, version: 1.0.0 }
paths:
  /incidents:
    post:
      operationId: report
      parameters: [{ name: urgent, in: query, schema: { type: string, enum: ['yes', 'no'] } }]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties:
                name: { type: string }
                severity: { type: [string, 'null'], enum: [low, high, null] }
                quantity: { type: integer, maximum: 12 }
                note: { type: string }
      responses:
        '201': { description: reported }
        '400': { description: not so }
        default: { description: anything else }
`

interface Asked {
  readonly body: JsonObject
  readonly urgent: string | null
}

/**
 * Runs the gate on a server that responds wrongly to some valid requests. `spoiled` returns the wrong status for a
 * request, or undefined for a correct response. Returns the exit code and the findings.
 */
async function findingsOfServer(
  spoiled: (asked: Asked) => number | undefined,
  document = INCIDENTS,
): Promise<[number, string[]]> {
  const url = await serve(({ method, headers }, { searchParams }, text): Answer => {
    if (method !== 'POST') return [405]
    const urgent = searchParams.get('urgent')
    const body = headers['content-type']?.startsWith('application/json') === true ? incidentIn(text) : undefined
    if (body === undefined || ![null, 'yes', 'no'].includes(urgent)) return [400]
    return [spoiled({ body, urgent }) ?? 201]
  })
  const { code, report } = await inFolder({ 'incidents.yaml': document }, () =>
    runGate(['--spec', 'incidents.yaml', '-u', url]),
  )
  return [code, findingsOf(report)]
}

function incidentIn(text: string): JsonObject | undefined {
  try {
    const body: unknown = JSON.parse(text)
    return isObject(body) && isIncident(body) ? body : undefined
  } catch {
    return undefined
  }
}

function isIncident({ name, severity = null, quantity = 0, note = '' }: JsonObject): boolean {
  const isSevere = severity === null || severity === 'low' || severity === 'high'
  const isCounted = Number.isInteger(quantity) && Number(quantity) <= 12
  return typeof name === 'string' && typeof note === 'string' && isSevere && isCounted
}

const BODY = 'report/requestBody/content/application~1json/schema/properties'

test.each<[string, Parameters<typeof findingsOfServer>[0], string]>([
  [
    'null for a property that allows null',
    ({ body }) => (body['severity'] === null ? 400 : undefined),
    `${BODY}/severity/type/null:accepts`,
  ],
  [
    'the largest allowed number',
    ({ body }) => (body['quantity'] === 12 ? 400 : undefined),
    `${BODY}/quantity/maximum:accepts`,
  ],
  [
    'a body with an optional field',
    ({ body }) => (body['note'] === undefined ? undefined : 400),
    `${BODY}/note/type:accepts`,
  ],
  [
    'one allowed value of a parameter',
    ({ urgent }) => (urgent === 'no' ? 400 : undefined),
    'report/parameters/urgent/schema/enum/no:accepts',
  ],
  ['every request', () => 400, 'report/responses/201'],
])(
  'a server that refuses %s has one finding, which names the clause that allows the request',
  async (_name, spoiled, clause) => {
    expect(await findingsOfServer(spoiled)).toEqual([1, [`positive_data_acceptance error ${clause}`]])
  },
)

test('a response with the status 200 is accepted if the document declares `default` but not 200', async () => {
  expect(await findingsOfServer(() => 200)).toEqual([0, []])
})

test('a finding about an undocumented 200 points to the `responses` of the operation', async () => {
  const document = INCIDENTS.replace(/ +default: .*\n/, '')
  expect(await findingsOfServer(() => 200, document)).toEqual([1, ['status_code_conformance error report/responses']])
})

test('a correct server has no finding', async () => {
  expect(await findingsOfServer(() => undefined)).toEqual([0, []])
})
