import { expect, test } from 'vitest'
import { planCases } from '../../src/cases/plan-cases.ts'
import { documentFromText } from '../../src/document/read-document.ts'
import { mockAt } from '../../src/exchanges/targets/mock.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { contractOf } from '../../src/verdicts/contract.ts'

/** A document of many operations that share their components, as large public ones do. */
function documentOf(size: number): string {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const answer = (name: string) => ({
    description: 'an answer',
    content: { 'application/json': { schema: ref(name) } },
  })
  const operation = (index: number) => ({
    operationId: `change${index}`,
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } },
      { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: ref(`Change${index % 50}`) } } },
    responses: { 200: answer(`Thing${index % 50}`), 400: answer('Problem'), 404: answer('Problem') },
  })
  const text = { type: 'string', minLength: 1, maxLength: 40 }
  const fields = {
    name: text,
    status: { type: 'string', enum: ['open', 'closed'] },
    amount: { type: 'number', minimum: 0 },
    at: { type: 'string', format: 'date-time' },
  }
  const many = (name: string, schema: (index: number) => object) =>
    Array.from({ length: 50 }, (_, index) => [`${name}${index}`, schema(index)] as const)
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Many', version: '1.0.0' },
    paths: Object.fromEntries(
      Array.from({ length: size }, (_, index) => [`/things${index}/{id}`, { put: operation(index) }]),
    ),
    components: {
      schemas: {
        Problem: { type: 'object', required: ['title'], properties: { title: text, detail: text } },
        ...Object.fromEntries(
          many('Change', () => ({ type: 'object', additionalProperties: false, properties: fields })),
        ),
        ...Object.fromEntries(
          many('Thing', (index) => ({
            type: 'object',
            required: ['id'],
            properties: { id: { type: 'integer' }, ...fields, next: ref(`Thing${(index + 1) % 3}`) },
          })),
        ),
      },
    },
  })
}

/** Seconds of processor time to read, list and plan; what other processes do meanwhile plays no part. */
function plan(size: number): { readonly seconds: number; readonly cases: number } {
  const text = documentOf(size)
  const begun = process.cpuUsage()
  const operations = listOperations(documentFromText(text, 'many.json'))
  const clauses = operations.flatMap((operation) => contractOf(operation).clauses)
  const { hides, shows } = mockAt('http://127.0.0.1')
  const { cases } = planCases(
    operations,
    {
      target: 'mock',
      shows,
      hasStates: false,
      roles: ['partner', 'nobody'],
      parameters: {},
      seed: 1,
      allowDestructive: true,
    },
    hides,
  )
  expect(clauses.length).toBeGreaterThan(size * 10)
  const { user, system } = process.cpuUsage(begun)
  return { seconds: (user + system) / 1e6, cases: cases.length }
}

test('ten times the operations take at most twelve times as long to plan, and a thousand less than ten seconds', () => {
  plan(10)
  const [hundred, thousand] = [plan(100), plan(1000)]
  expect(thousand.cases).toBe(hundred.cases * 10)
  expect(thousand.seconds / hundred.seconds).toBeLessThan(12)
  expect(thousand.seconds).toBeLessThan(10)
  expect(process.memoryUsage().heapUsed).toBeLessThan(1e9)
}, 60_000)
