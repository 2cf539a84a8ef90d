import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { listKeywords, listNamedValues } from '../../../src/schemas/list-keywords.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

function pointers(literal: Json, others: Readonly<Record<string, Json>> = {}): string[] {
  return listKeywords(schemaOf(literal, others), 'response').map((each) => each.pointer)
}

describe('the listed keywords', () => {
  test('contain `required` once for each required property, and contain no annotations', () => {
    expect(pointers({ title: 'Order', 'x-source': 'seed', type: 'object', required: ['id', 'a/b'] })).toEqual([
      '/type',
      '/required/id',
      '/required/a~1b',
    ])
  })
  test('do not contain keywords that no value can violate', () => {
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
  test('have pointers without /$ref: the keywords of a $ref target are listed instead of the $ref', () => {
    const others = { Id: { type: 'string', format: 'uuid' }, Ref: { $ref: '#/components/schemas/Id' } }
    expect(
      pointers(
        { properties: { a: { $ref: '#/components/schemas/Ref' }, b: { $ref: '#/components/schemas/Id' } } },
        others,
      ),
    ).toEqual(['/properties/a/type', '/properties/a/format', '/properties/b/type', '/properties/b/format'])
  })
  test('have pointers with /$ref if the schema with the $ref and the target of the $ref have the same keyword', () => {
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
  test('contain a subschema `false` as a keyword: `additionalProperties: false` is listed as additionalProperties', () => {
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
  test('are marked as uncertain inside oneOf, anyOf and if, because they may not apply to a valid value', () => {
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
  test('have a pointer to the value that they check, with * for array items', () => {
    const literal = EVERY_KEYWORD['nested objects'] ?? true
    const keyword = listKeywords(schemaOf(literal), 'response').find((each) => each.name === 'pattern')
    expect(keyword?.instance).toBe('/lines/*/sku')
  })
  test('contain each keyword of a recursive schema only once', () => {
    expect(pointers(EVERY_KEYWORD['a tree'] ?? true)).not.toContain('/properties/children/items/type')
  })
  test('contain keywords of readOnly properties only for responses, and of writeOnly properties only for requests', () => {
    const literal: Json = {
      required: ['id', 'secret'],
      properties: { id: { readOnly: true, type: 'integer' }, secret: { writeOnly: true, type: 'string' } },
    }
    const own = (name: string): string[] => [`/required/${name}`, `/properties/${name}/type`]
    expect(listKeywords(schemaOf(literal), 'request').map((each) => each.pointer)).toEqual(own('secret'))
    expect(listKeywords(schemaOf(literal), 'response').map((each) => each.pointer)).toEqual(own('id'))
  })
  test('contain a keyword that cannot be compiled, with the reason', () => {
    const [keyword] = listKeywords(schemaOf({ pattern: '(' }), 'response')
    expect(keyword?.fault).toBe('the pattern `(` is not a valid JavaScript regular expression')
  })
  test('contain each keyword of a component only once if the component is used in very many places', () => {
    const names = Array.from({ length: 40 }, (_, index) => `C${index}`)
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]))
    const others = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]))
    expect(pointers({ $ref: '#/components/schemas/C0' }, others)).toHaveLength(40)
  })
})

test('the address of a keyword resolves to the value of the keyword', () => {
  for (const literal of Object.values(EVERY_KEYWORD)) {
    const schema = schemaOf(literal)
    for (const keyword of listKeywords(schema, 'response')) {
      if (keyword.address.includes('__proto__')) continue
      expect(schema.document.resolve(keyword.address).value).toEqual(keyword.value)
    }
  }
})

describe('the named values of a schema (enum members and null)', () => {
  const named = (literal: Json): [string, string, Json][] =>
    listNamedValues(schemaOf(literal), 'response').map((each) => [each.pointer, each.kind, each.value])
  test('have a pointer that ends with the value', () => {
    expect(named({ enum: ['open', 3, true, 'a/b'] })).toEqual([
      ['/enum/open', 'enum-member', 'open'],
      ['/enum/3', 'enum-member', 3],
      ['/enum/true', 'enum-member', true],
      ['/enum/a~1b', 'enum-member', 'a/b'],
    ])
  })
  test('have different pointers if only their types differ', () => {
    expect(named({ enum: [3, '3'] }).map(([pointer]) => pointer)).toEqual(['/enum/3', '/enum/"3"'])
  })
  test('contain null once if both type and enum allow null', () => {
    expect(named({ type: ['string', 'null'], enum: ['a', null] }).map(([pointer]) => pointer)).toEqual([
      '/type/null',
      '/enum/a',
    ])
  })
  test('do not contain null if enum or const forbid null', () => {
    expect(named({ type: ['string', 'null'], enum: ['a'] }).map(([pointer]) => pointer)).toEqual(['/enum/a'])
    expect(named({ type: ['string', 'null'], const: 'a' })).toEqual([])
  })
})
