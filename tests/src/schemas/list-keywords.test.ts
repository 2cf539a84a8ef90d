import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { listKeywords, listMembers } from '../../../src/schemas/list-keywords.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

function pointers(literal: Json, others: Readonly<Record<string, Json>> = {}): string[] {
  return listKeywords(schemaOf(literal, others), 'response').map((each) => each.pointer)
}

describe('keywords', () => {
  test('required is one for each name, annotations are none', () => {
    expect(pointers({ title: 'Order', 'x-source': 'seed', type: 'object', required: ['id', 'a/b'] })).toEqual([
      '/type',
      '/required/id',
      '/required/a~1b',
    ])
  })
  test('what cannot be broken is none', () => {
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
  test('keywords beside a $ref apply too, apart from those of the component where they collide', () => {
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
  test('a schema false is named by where it stands', () => {
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
  test('below a choice or a condition they are not certain', () => {
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
  test('instances name members and items', () => {
    const literal = EVERY_KEYWORD['nested objects'] ?? true
    const keyword = listKeywords(schemaOf(literal), 'response').find((each) => each.name === 'pattern')
    expect(keyword?.instance).toBe('/lines/*/sku')
  })
  test('a cycle ends at the place that it leads back to', () => {
    expect(pointers(EVERY_KEYWORD['a tree'] ?? true)).not.toContain('/properties/children/items/type')
  })
  test('of what does not travel this way nothing is promised', () => {
    const literal: Json = {
      required: ['id', 'secret'],
      properties: { id: { readOnly: true, type: 'integer' }, secret: { writeOnly: true, type: 'string' } },
    }
    const own = (name: string): string[] => [`/required/${name}`, `/properties/${name}/type`]
    expect(listKeywords(schemaOf(literal), 'request').map((each) => each.pointer)).toEqual(own('secret'))
    expect(listKeywords(schemaOf(literal), 'response').map((each) => each.pointer)).toEqual(own('id'))
  })
  test('one that cannot be compiled is listed with what is wrong', () => {
    const [keyword] = listKeywords(schemaOf({ pattern: '(' }), 'response')
    expect(keyword?.fault).toBe('the pattern `(` does not run in JavaScript')
  })
  test('schemas with more use paths than anybody can count are listed once for each component', () => {
    const names = Array.from({ length: 40 }, (_, index) => `C${index}`)
    const properties = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/schemas/${name}` }]))
    const others = Object.fromEntries(names.map((name) => [name, { type: 'object', properties }]))
    expect(pointers({ $ref: '#/components/schemas/C0' }, others)).toHaveLength(40)
  })
})

test('addresses lead to what they name', () => {
  for (const literal of Object.values(EVERY_KEYWORD)) {
    const schema = schemaOf(literal)
    for (const keyword of listKeywords(schema, 'response')) {
      if (keyword.address.includes('__proto__')) continue
      expect(schema.document.resolve(keyword.address).value).toEqual(keyword.value)
    }
  }
})

describe('members', () => {
  const members = (literal: Json): [string, string, Json][] =>
    listMembers(schemaOf(literal), 'response').map((each) => [each.pointer, each.kind, each.value])
  test('are named by their value', () => {
    expect(members({ enum: ['open', 3, true, 'a/b'] })).toEqual([
      ['/enum/open', 'enum-member', 'open'],
      ['/enum/3', 'enum-member', 3],
      ['/enum/true', 'enum-member', true],
      ['/enum/a~1b', 'enum-member', 'a/b'],
    ])
  })
  test('that look alike have names of their own', () => {
    expect(members({ enum: [3, '3'] }).map(([pointer]) => pointer)).toEqual(['/enum/3', '/enum/"3"'])
  })
  test('null is one of the type, and not told again as one of the enum', () => {
    expect(members({ type: ['string', 'null'], enum: ['a', null] }).map(([pointer]) => pointer)).toEqual([
      '/type/null',
      '/enum/a',
    ])
  })
  test('null is none where enum or const forbid it', () => {
    expect(members({ type: ['string', 'null'], enum: ['a'] }).map(([pointer]) => pointer)).toEqual(['/enum/a'])
    expect(members({ type: ['string', 'null'], const: 'a' })).toEqual([])
  })
})
