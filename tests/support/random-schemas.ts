import fc from 'fast-check'
import type { Json } from '../../src/json.ts'

const names = fc.constantFrom('a', 'b', 'c')
const scalars = fc.constantFrom<Json[]>(null, true, 0, 1, 2, 3.5, '', 'a', 'ab', 'abc')
const types = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
const counts = fc.nat({ max: 3 })

const { schema } = fc.letrec<{ schema: Json }>((tie) => {
  const sub = tie('schema')
  const list = fc.array(sub, { minLength: 1, maxLength: 3 })
  const map = fc.dictionary(names, sub, { maxKeys: 3 })
  const keywords = {
    type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
    enum: fc.uniqueArray(scalars, { minLength: 1, maxLength: 4 }),
    const: scalars,
    minLength: counts,
    maxLength: counts,
    pattern: fc.constantFrom('^a', 'b$', '^[abc]+$'),
    minimum: counts,
    maximum: counts,
    exclusiveMinimum: counts,
    exclusiveMaximum: counts,
    multipleOf: fc.constantFrom(1, 2, 0.5),
    minItems: counts,
    maxItems: counts,
    uniqueItems: fc.boolean(),
    minProperties: counts,
    maxProperties: counts,
    required: fc.uniqueArray(names, { maxLength: 2 }),
    dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), { maxKeys: 2 }),
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: sub,
    if: sub,
    then: sub,
    else: sub,
    dependentSchemas: map,
    properties: map,
    patternProperties: map,
    additionalProperties: sub,
    propertyNames: sub,
    prefixItems: list,
    items: sub,
    contains: sub,
    minContains: counts,
    maxContains: counts,
    unevaluatedProperties: sub,
    unevaluatedItems: sub,
    format: fc.constantFrom('date', 'uuid', 'int32'),
  }
  const object = fc
    .uniqueArray(fc.constantFrom(...Object.keys(keywords)), { minLength: 1, maxLength: 4 })
    .chain((kept) => fc.record(Object.fromEntries(Object.entries(keywords).filter(([key]) => kept.includes(key)))))
  return {
    schema: fc.oneof({ maxDepth: 3 }, { arbitrary: fc.boolean(), weight: 1 }, { arbitrary: object, weight: 6 }),
  }
})

/** Generates schemas with random keywords, including combinations that authors do not write. */
export const schemas = schema

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { arbitrary: scalars, weight: 3 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }), weight: 2 },
  ),
}))

/** Generates random JSON values. The schemas above accept some of them. */
export const values = value
