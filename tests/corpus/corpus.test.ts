import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/cases/case.ts'
import { isUnder } from '../../src/operations/media-types.ts'
import { planCases, type Plan } from '../../src/cases/plan-cases.ts'
import { readDocument } from '../../src/document/read-document.ts'
import { mockAt } from '../../src/targets/mock.ts'
import type { Json, JsonObject } from '../../src/json.ts'
import { listOperations } from '../../src/operations/list-operations.ts'
import type { Operation, Parameter } from '../../src/operations/operation.ts'
import { compileSchema } from '../../src/schemas/check-value.ts'
import type { Schema } from '../../src/schemas/schema.ts'
import { validateDocument } from '../../src/validation/validate-document.ts'
import { contractOf } from '../../src/evidence/contract.ts'
import { allDocuments } from './documents.ts'

/** The timeout in milliseconds. It only stops tests that never end, so it is much longer than any test takes. */
const BOUND = 60_000

const plans = new Map<string, Plan & { readonly operations: readonly Operation[] }>()

/** Returns the plan of a document for the mock. The plan is cached, because several tests use it. */
function planOf(file: string): Plan & { readonly operations: readonly Operation[] } {
  const operations = plans.get(file)?.operations ?? listOperations(readDocument(file))
  const plan = plans.get(file) ?? { ...planFor(operations), operations }
  plans.set(file, plan)
  return plan
}

function planFor(operations: readonly Operation[]): Plan {
  const { shows, hides } = mockAt('http://127.0.0.1')
  const roles = ['partner', 'anonymous'] as const
  const context = {
    target: 'mock',
    shows,
    hasStates: false,
    roles,
    parameters: {},
    seed: 1,
    allowDestructive: true,
  } as const
  return planCases(operations, context, hides)
}

/** Lists the parts of a request that the document does not allow. The list is empty if the request conforms. */
function undocumented({ operation, send, method }: Case): string[] {
  const { path = {}, query = {}, headers = {}, body, contentType } = send
  const places: Record<Parameter['in'], JsonObject> = { path, query, header: headers, cookie: {} }
  const breaks = (schema: Schema | undefined, value: Json): boolean =>
    schema !== undefined && !compileSchema(schema).isValid(value, 'request')
  const wrong = operation.parameters.flatMap(({ in: place, name, required, schema }) => {
    const value = places[place][name]
    if (value === undefined) return required && place !== 'cookie' ? [`${name} is missing`] : []
    return breaks(schema, value) ? [`${name} violates its schema`] : []
  })
  const names = new Set(operation.parameters.map(({ name }) => name))
  const own = [...Object.keys(path), ...Object.keys(query), ...Object.keys(headers)]
  const unknown = own.filter((name) => !names.has(name) && name !== 'Accept' && name !== 'Cookie')
  const mediaType = operation.requestBody?.content.find(({ range }) => isUnder(contentType ?? '', range))
  return [
    ...wrong,
    ...unknown.map((name) => `${name} is not documented`),
    ...(method === undefined ? [] : [`${method} is not documented`]),
    ...(body !== undefined && mediaType === undefined ? [`a body of ${contentType ?? 'no type'}`] : []),
    ...(body !== undefined && breaks(mediaType?.schema, body) ? ['the body violates its schema'] : []),
    ...(operation.requestBody?.required === true && body === undefined ? ['the body is missing'] : []),
  ]
}

describe.each(allDocuments())('the document %s', (file) => {
  test(
    'can be read, and its plan accounts for every operation',
    () => {
      const plan = planOf(file)
      const { operations } = plan
      const clauses = operations.flatMap((operation) => contractOf(operation).clauses)
      const ids = operations.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
      expect(new Set(plan.cases.map(({ path }) => path)).size).toBe(plan.cases.length)
      const planned = new Set(
        [...plan.cases, ...plan.hidden.map((each) => each.case)].map(({ operation }) => operation.id),
      )
      for (const { operation } of plan.unplanned) planned.add(operation.id)
      expect([...planned].toSorted()).toEqual(ids.toSorted())
    },
    BOUND,
  )

  test(
    'allows every planned request, apart from negative cases and examples from the document',
    () => {
      const { cases } = planOf(file)
      const meant = cases.filter(({ negative, path }) => negative === undefined && !path.includes('/example/request/'))
      expect(meant.flatMap((each) => undocumented(each).map((what) => `${each.path}: ${what}`))).toEqual([])
    },
    BOUND,
  )

  test(
    'can be validated without an internal error, and every finding has a line number',
    async () => {
      const findings = await validateDocument(file)
      for (const { location } of findings) expect(location.line).toBeGreaterThan(0)
    },
    BOUND,
  )
})
