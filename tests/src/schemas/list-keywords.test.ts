import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { listKeywords, listNamedValues } from '../../../src/schemas/list-keywords.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

function pointers(literal: Json, others: Readonly<Record<string, Json>> = {}): string[] {
  return listKeywords(schemaOf(literal, others), 'response').map((each) => each.pointer)
}

describe('keywords', () => {
  test('required counts once per name, and annotations do not count', () => {
    expect(pointers({ title: 'Order', 'x-source': 'seed', type: 'object', required: ['id', 'a/b'] })).toEqual([
      '/type',
      '/required/id',
      '/required/a~1b',
    ])
  })
  test('keywords that cannot be broken are not listed', () => {
    expect(
      pointers({
        minLength: 0,
        uniqueItems: false,
        format: 'password',
        required: [],
        additionalProperties: true,
        then: false,
        minContains: 3,
      }),
    ).toEqual([])
  })
  test('references are followed along the use path', () => {
    const others = { Id: { type: 'string', format: 'uuid' }, Ref: { $ref: '#/components/schemas/Id' } }
    expect(
      pointers(
        { properties: { a: { $ref: '#/components/schemas/Ref' }, b: { $ref: '#/components/schemas/Id' } } },
        others,
      ),
    ).toEqual(['/properties/a/type', '/properties/a/format', '/properties/b/type', '/properties/b/format'])
  })
  test('keywords beside a $ref get a separate pointer if they collide with those of its target', () => {
    const others = { Base: { type: 'object', required: ['id'], maxProperties: 5 } }
    expect(pointers({ $ref: '#/components/schemas/Base', required: ['name'] }, others)).toEqual([
      '/required/name',
      '/type',
      '/required/id',
      '/maxProperties',
    ])
    expect(pointers({ $ref: '#/components/schemas/Base', maxProperties: 3 }, others)).toEqual([
      '/maxProperties',
      '/$ref/type',
      '/$ref/required/id',
      '/$ref/maxProperties',
    ])
  })
  test('a schema false is named after the keyword that holds it', () => {
    const closed = {
      properties: { gone: false },
      additionalProperties: false,
      items: false,
      unevaluatedProperties: false,
    }
    expect(listKeywords(schemaOf(closed), 'response').map((each) => [each.pointer, each.name, each.instance])).toEqual([
      ['/properties/gone', 'false', '/gone'],
      ['/additionalProperties', 'additionalProperties', ''],
      ['/items', 'items', ''],
      ['/unevaluatedProperties', 'unevaluatedProperties', ''],
    ])
  })
  test('keywords below a choice or a condition are not certain', () => {
    const literal: Json = {
      anyOf: [{ minLength: 1 }],
      allOf: [{ maxLength: 9 }],
      if: { minLength: 2 },
      then: { pattern: 'a' },
    }
    expect(
      Object.fromEntries(listKeywords(schemaOf(literal), 'response').map((each) => [each.pointer, each.certain])),
    ).toEqual({
      '/anyOf': true,
      '/anyOf/0/minLength': false,
      '/allOf/0/maxLength': true,
      '/then/pattern': false,
    })
  })
  test('instances use property names and * for items', () => {
    const literal = EVERY_KEYWORD['nested objects'] ?? true
    const keyword = listKeywords(schemaOf(literal), 'response').find((each) => each.name === 'pattern')
    expect(keyword?.instance).toBe('/lines/*/sku')
  })
  test('a recursive schema is listed once', () => {
    expect(pointers(EVERY_KEYWORD['a tree'] ?? true)).not.toContain('/properties/children/items/type')
  })
  test('readOnly and writeOnly properties yield keywords in one direction only', () => {
    const literal: Json = {
      required: ['id', 'secret'],
      properties: { id: { readOnly: true, type: 'integer' }, secret: { writeOnly: true, type: 'string' } },
    }
    const own = (name: string): string[] => [`/required/${name}`, `/properties/${name}/type`]
    expect(listKeywords(schemaOf(literal), 'request').map((each) => each.pointer)).toEqual(own('secret'))
    expect(listKeywords(schemaOf(literal), 'response').map((each) => each.pointer)).toEqual(own('id'))
  })
  test('a keyword that cannot be compiled is listed with its fault', () => {
    const [keyword] = listKeywords(schemaOf({ pattern: '(' }), 'response')
    expect(keyword?.fault).toBe('the pattern `(` does not run in JavaScript')
  })
  test('a component is listed once if there are too many use paths', () => {
    const names = Array.from({ length: 40 }, (_, index) => `C${index}`)
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]))
    const others = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]))
    expect(pointers({ $ref: '#/components/schemas/C0' }, others)).toHaveLength(40)
  })
})

test('addresses resolve to the keyword values', () => {
  for (const literal of Object.values(EVERY_KEYWORD)) {
    const schema = schemaOf(literal)
    for (const keyword of listKeywords(schema, 'response')) {
      if (keyword.address.includes('__proto__')) continue
      expect(schema.document.resolve(keyword.address).value).toEqual(keyword.value)
    }
  }
})

describe('named values', () => {
  const named = (literal: Json): [string, string, Json][] =>
    listNamedValues(schemaOf(literal), 'response').map((each) => [each.pointer, each.kind, each.value])
  test('have pointers with their value', () => {
    expect(named({ enum: ['open', 3, true, 'a/b'] })).toEqual([
      ['/enum/open', 'enum-member', 'open'],
      ['/enum/3', 'enum-member', 3],
      ['/enum/true', 'enum-member', true],
      ['/enum/a~1b', 'enum-member', 'a/b'],
    ])
  })
  test('of different types have different pointers', () => {
    expect(named({ enum: [3, '3'] }).map(([pointer]) => pointer)).toEqual(['/enum/3', '/enum/"3"'])
  })
  test('list null once if type and enum allow it', () => {
    expect(named({ type: ['string', 'null'], enum: ['a', null] }).map(([pointer]) => pointer)).toEqual([
      '/type/null',
      '/enum/a',
    ])
  })
  test('omit null if enum or const forbid it', () => {
    expect(named({ type: ['string', 'null'], enum: ['a'] }).map(([pointer]) => pointer)).toEqual(['/enum/a'])
    expect(named({ type: ['string', 'null'], const: 'a' })).toEqual([])
  })
})
