import { expect, test } from 'vitest'
import { planCases } from '../../src/cases/plan-cases.ts'
import { documentFromText } from '../../src/document/read-document.ts'
import { mockAt } from '../../src/targets/mock.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import { nodeOf } from '../../src/schemas/nodes/node-of.ts'
import { contractOf } from '../../src/evidence/contract.ts'

/**
 * The number of component schemas: fifty for requests, fifty for responses, and one for errors that all operations
 * share.
 */
const COMPONENTS = 101

/**
 * Returns a document with `size` operations. As in large public documents, the operations share their component
 * schemas.
 */
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

function plan(size: number) {
  const operations = listOperations(documentFromText(documentOf(size), 'many.json'))
  const { hides, shows } = mockAt('http://127.0.0.1')
  const { cases, unplanned } = planCases(
    operations,
    {
      target: 'mock',
      shows,
      hasStates: false,
      roles: ['partner', 'anonymous'],
      parameters: {},
      seed: 1,
      allowDestructive: true,
    },
    hides,
  )
  const bodies = operations.flatMap(({ requestBody, responses }) =>
    [requestBody, ...responses].flatMap((each) => each?.content ?? []).flatMap(({ schema }) => schema ?? []),
  )
  return {
    cases: cases.length,
    unplanned: unplanned.length,
    clauses: operations.flatMap((operation) => contractOf(operation).clauses).length,
    bodies: bodies.length,
    compiled: new Set(bodies.map((schema) => nodeOf(schema, 'response'))).size,
  }
}

test('three times as many operations give three times as many cases and clauses, but no more compiled schemas', () => {
  const [fifty, threeTimes] = [plan(50), plan(150)]
  expect(fifty).toMatchObject({ unplanned: 0, bodies: 4 * 50, compiled: COMPONENTS })
  expect(threeTimes).toEqual({
    cases: fifty.cases * 3,
    unplanned: 0,
    clauses: fifty.clauses * 3,
    bodies: 4 * 150,
    compiled: COMPONENTS,
  })
})
