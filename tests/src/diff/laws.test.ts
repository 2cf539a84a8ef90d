import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import type { Json, JsonObject } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { isNarrowing, isWidening, schemaComparison } from '../../../src/schemas/compare-schemas.ts'
import { drawVariants } from '../../../src/schemas/draw/draw-variants.ts'
import { schemaOf } from '../../support/document-of.ts'

const RUNS = { numRuns: 60, seed: 17 }

const scalars: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 3, max: 6 }) }, { requiredKeys: ['type'] }),
  fc.record(
    { type: fc.constantFrom('integer', 'number'), minimum: fc.integer({ min: 0, max: 3 }) },
    { requiredKeys: ['type'] },
  ),
  fc.record({ enum: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 1, null), { minLength: 1, maxLength: 3 }) }),
  fc.constantFrom<JsonObject>(
    { type: 'boolean' },
    { type: ['string', 'null'] },
    { type: 'string', format: 'date' },
    {},
  ),
)

const schemas: fc.Arbitrary<JsonObject> = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), minItems: fc.integer({ min: 0, max: 2 }) },
      { requiredKeys: ['type'] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.record({ id: tie('schema'), note: tie('schema') }),
        required: fc.subarray(['id', 'note']),
        additionalProperties: fc.boolean(),
      },
      { requiredKeys: ['type', 'properties'] },
    ),
    fc.record({ anyOf: fc.tuple(scalars, scalars) }),
  ),
})).schema

function compare(base: Json, head: Json) {
  const [one, other] = [schemaOf(base), schemaOf(head)]
  return { one, other, differences: schemaComparison(one.document, other.document, 'request')(one, other) }
}

describe('the comparison of two schemas', () => {
  test('finds no change between a schema and itself', () => {
    fc.assert(
      fc.property(schemas, (schema) => compare(schema, schema).differences.length === 0),
      RUNS,
    )
  })

  test('reports a narrower schema if and only if the comparison in the other direction reports a wider schema', () => {
    fc.assert(
      fc.property(schemas, schemas, (base, head) => {
        const [there, back] = [compare(base, head).differences, compare(head, base).differences]
        expect(there.some(isNarrowing)).toBe(back.some(isWidening))
        expect(there.some(isWidening)).toBe(back.some(isNarrowing))
      }),
      RUNS,
    )
  })

  test('reports a narrower schema if a valid value of the first schema is invalid for the second schema', () => {
    fc.assert(
      fc.property(schemas, schemas, (base, head) => {
        const { one, other, differences } = compare(base, head)
        // The diff does not report a new optional property as narrowing, although the property makes some values
        // invalid. Such pairs are skipped.
        if (differences.some((each) => isNarrowing(each) || each.aspect === 'property')) return
        for (const { value } of drawVariants(one, { direction: 'request', seed: 1 })) {
          expect({ value, valid: compileSchema(other).isValid(value, 'request') }).toEqual({ value, valid: true })
        }
      }),
      RUNS,
    )
  })

  test('does not report a narrower schema after two changes if neither change makes the schema narrower', () => {
    fc.assert(
      fc.property(schemas, schemas, schemas, (first, second, third) => {
        const steps = [compare(first, second).differences, compare(second, third).differences].flat()
        if (steps.some((each) => isNarrowing(each) || each.aspect === 'property')) return
        expect(compare(first, third).differences.filter(isNarrowing)).toEqual([])
      }),
      RUNS,
    )
  })
})

test('a change of a schema breaks readers if and only if the reverse change breaks senders', () => {
  const document = (schema: Json) => {
    const content = { 'application/json': { schema } }
    const operation = { requestBody: { content }, responses: { 200: { description: 'ok', content } } }
    const paths = { '/orders': { post: operation } }
    return documentFromText(JSON.stringify({ openapi: '3.1.0', info: { title: 'Orders', version: '1.0.0' }, paths }))
  }
  const breaks = (base: Json, head: Json, party: string): boolean =>
    diffDocuments(document(base), document(head), { today: '2026-01-05' }).some(
      ({ level, rule }) =>
        level === 'breaking' && rule === (party === 'readers' ? 'response-schema-widened' : 'request-schema-narrowed'),
    )
  fc.assert(
    fc.property(scalars, scalars, (base, head) => {
      // Skips pairs of enums, because a new enum value in a response is only dangerous, not breaking.
      const isListed = 'enum' in base && 'enum' in head
      if (!isListed) expect(breaks(base, head, 'readers')).toBe(breaks(head, base, 'senders'))
    }),
    RUNS,
  )
})
