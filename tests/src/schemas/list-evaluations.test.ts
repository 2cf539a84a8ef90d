import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { listKeywords, listNamedValues } from '../../../src/schemas/list-keywords.ts'
import { evaluate } from '../../../src/schemas/list-evaluations.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { valuesNear } from '../../support/values-near.ts'
import { valueAt } from '../../../src/document/json-pointer.ts'

function asked(literal: Json, value: Json): string[] {
  return evaluate(schemaOf(literal), value, 'response').map(
    (each) => `${each.pointer} of ${each.at === '' ? 'the root' : each.at}`,
  )
}

test.each(Object.entries(EVERY_KEYWORD))(
  'for the schema "%s", listEvaluations returns only keywords of that schema, each with a pointer to an existing part of the value',
  (_name, literal) => {
    const schema = schemaOf(literal)
    const listed = new Set(
      [...listKeywords(schema, 'request'), ...listNamedValues(schema, 'request')].map((each) => each.pointer),
    )
    fc.assert(
      fc.property(valuesNear(schema, literal), (value) => {
        for (const each of evaluate(schema, value, 'request')) {
          expect(listed).toContain(each.pointer)
          expect(valueAt(value, each.at)).toEqual(each.value)
        }
      }),
      { seed: 7, numRuns: 150 },
    )
  },
)

describe('the list of the keywords that apply to a value', () => {
  test('contains a keyword only for values of the type that the keyword checks', () => {
    expect(asked({ minLength: 1, minimum: 1 }, 'a')).toEqual(['/minLength of the root'])
  })
  test('contains for the value null only the keyword `type`', () => {
    expect(asked({ type: ['string', 'null'], maxLength: 2, enum: ['a', null] }, null)).toEqual([
      '/type/null of the root',
    ])
    expect(asked({ type: 'null' }, null)).toEqual(['/type of the root'])
  })
  test('contains `required` of an absent property, but not the keywords of that property', () => {
    expect(asked({ required: ['a'], properties: { a: { type: 'string' } } }, {})).toEqual(['/required/a of the root'])
  })
  test('contains only the matching branch of a oneOf', () => {
    expect(asked({ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 1)).toEqual([
      '/oneOf of the root',
      '/oneOf/1/type of the root',
    ])
  })
  test('contains only the branch (then or else) that applies', () => {
    const literal: Json = { if: { required: ['a'] }, then: { maxProperties: 3 }, else: { minProperties: 1 } }
    expect(asked(literal, { a: 1 })).toEqual(['/then/maxProperties of the root'])
    expect(asked(literal, {})).toEqual(['/else/minProperties of the root'])
  })
  test('contains `dependentRequired: { card: [address] }` only if `card` is present', () => {
    const literal: Json = { dependentRequired: { card: ['address'] } }
    expect(asked(literal, {})).toEqual([])
    expect(asked(literal, { card: 1, address: 1 })).toEqual(['/dependentRequired/card of the root'])
  })
  test('contains additionalProperties even for an object without additional properties', () => {
    expect(asked({ additionalProperties: false }, {})).toEqual(['/additionalProperties of the root'])
  })
  test('names a keyword of a recursive schema by the pointer of its first occurrence', () => {
    expect(asked(EVERY_KEYWORD['a tree'] ?? true, { name: 'a', children: [{ name: 'b' }] })).toContain(
      '/properties/name/minLength of /children/0/name',
    )
  })
  test('contains the keywords inside unevaluatedProperties only for properties that no other keyword evaluates', () => {
    const literal: Json = { properties: { a: true }, unevaluatedProperties: { type: 'integer' } }
    expect(asked(literal, { a: 1, b: 2 })).toEqual(['/unevaluatedProperties/type of /b'])
  })
  test('names each enum member by its value, not by its index', () => {
    expect(asked({ enum: ['a', { b: 1 }] }, { b: 1 })).toEqual(['/enum of the root', '/enum/{"b":1} of the root'])
  })
})
