import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { documentFromText } from '../../../src/document/read-document.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { listKeywords } from '../../../src/schemas/list-keywords.ts'
import type { Direction, Schema } from '../../../src/schemas/schema.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'
import { valuesNear } from '../../support/values-near.ts'

test.each(Object.entries(EVERY_KEYWORD))(
  'the checker and Ajv give the same result for random values of the schema "%s"',
  (name, literal) => {
    const schema = schemaOf(literal)
    const checker = compileSchema(schema)
    const plain = AJV_AT_A_LOSS.has(name) ? undefined : plainAjv(literal)
    fc.assert(
      fc.property(valuesNear(schema, literal), (value) => {
        const valid = checker.isValid(value, 'request')
        expect(checker.check(value, 'request').length === 0).toBe(valid)
        expect(checker.checkAll(value, 'request').length === 0).toBe(valid)
        if (plain !== undefined) expect(plain(value)).toBe(valid)
      }),
      { seed: 7, numRuns: 400 },
    )
  },
)

/** Checks a value with a schema. Returns keyword and place of each mismatch. */
function reported(literal: Json, value: Json, direction: Direction = 'response'): string[] {
  return compileSchema(schemaOf(literal))
    .check(value, direction)
    .map((each) => `${each.keyword.pointer} at ${each.at === '' ? 'the root' : each.at}`)
}

const ORDER: Json = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', format: 'uuid', pattern: '^[0-9a-f-]+$', maxLength: 36 },
    status: { type: 'string', enum: ['open', 'paid'], minLength: 4 },
    lines: { type: 'array', minItems: 1, items: { type: 'object', properties: { count: { type: 'integer' } } } },
  },
}

const TABLE: readonly [fact: string, value: Json, expected: readonly string[]][] = [
  ['reports nothing for a valid value', { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }, []],
  [
    'reports only the wrong type of a value, and nothing inside the value',
    { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', lines: 'none' },
    ['/properties/lines/type at /lines'],
  ],
  [
    'reports a wrong format and not also a wrong pattern or bound',
    { id: 'X'.repeat(40) },
    ['/properties/id/format at /id'],
  ],
  [
    'reports a value outside an enum and not also a bound',
    { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', status: 'x' },
    ['/properties/status/enum at /status'],
  ],
  ['reports a missing property with the JSON pointer that the property would have', {}, ['/required/id at /id']],
  [
    'reports mismatches of different properties separately',
    { id: 1, lines: [{ count: 1 }, { count: '2' }] },
    ['/properties/id/type at /id', '/properties/lines/items/properties/count/type at /lines/1/count'],
  ],
]

test.each(TABLE)('the checker of values %s', (_fact, value, expected) => {
  expect(reported(ORDER, value)).toEqual(expected)
})

describe('a oneOf or anyOf that fails', () => {
  const byConstant: Json = {
    oneOf: [
      {
        type: 'object',
        properties: { kind: { const: 'card' }, number: { type: 'string' } },
        required: ['kind', 'number'],
      },
      {
        type: 'object',
        properties: { kind: { const: 'cash' }, amount: { type: 'integer' } },
        required: ['kind', 'amount'],
      },
    ],
  }
  test('reports the error of the branch whose constant matches the value', () => {
    expect(reported(byConstant, { kind: 'cash', amount: '5' })).toEqual(['/oneOf/1/properties/amount/type at /amount'])
  })
  test('is reported instead of a branch if it is not clear which branch the value should match', () => {
    expect(reported(byConstant, { kind: 'shells' })).toEqual(['/oneOf at the root'])
  })
  test('reports the error of the only branch whose type the value has', () => {
    expect(reported({ anyOf: [{ type: 'string', maxLength: 2 }, { type: 'null' }] }, 'abc')).toEqual([
      '/anyOf/0/maxLength at the root',
    ])
  })
  test('is reported instead of a branch if two branches of a oneOf match', () => {
    const [first] = compileSchema(schemaOf({ oneOf: [{ type: 'integer' }, { type: 'number' }] })).check(1, 'response')
    expect(first?.expected).toBe('exactly one of 2 schemas, but 2 match')
  })
  test('reports the error of the branch that the discriminator names', () => {
    const schema = schemaOf(
      {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'is', mapping: { meow: '#/components/schemas/Cat' } },
      },
      {
        Cat: { type: 'object', properties: { lives: { type: 'integer' } }, required: ['lives'] },
        Dog: { type: 'object', properties: { tricks: { type: 'integer' } }, required: ['tricks'] },
      },
    )
    const pointers = (value: Json): string[] =>
      compileSchema(schema)
        .check(value, 'response')
        .map((each) => each.keyword.pointer)
    expect(pointers({ is: 'meow', lives: 'nine' })).toEqual(['/oneOf/0/properties/lives/type'])
    expect(pointers({ is: 'Dog', tricks: 'none' })).toEqual(['/oneOf/1/properties/tricks/type'])
  })
})

describe('the check of a request or a response', () => {
  const account: Json = {
    type: 'object',
    required: ['id', 'password'],
    allOf: [
      { properties: { id: { type: 'integer', readOnly: true } } },
      { properties: { password: { type: 'string', writeOnly: true } } },
    ],
  }
  test('allows a response, but not a request, without a required writeOnly property', () => {
    expect(reported(account, { id: 1 }, 'response')).toEqual([])
    expect(reported(account, { id: 1 }, 'request')).toEqual(['/required/password at /password'])
  })
  test('allows a request, but not a response, without a required readOnly property', () => {
    expect(reported(account, { password: 'x' }, 'request')).toEqual([])
    expect(reported(account, { password: 'x' }, 'response')).toEqual(['/required/id at /id'])
  })
  test('also works for properties behind a $ref with siblings', () => {
    const schema = schemaOf(
      { $ref: '#/components/schemas/Base', required: ['secret'] },
      { Base: { type: 'object', properties: { secret: { type: 'string', writeOnly: true } } } },
    )
    expect(compileSchema(schema).check({}, 'response')).toEqual([])
    expect(compileSchema(schema).check({}, 'request')).toHaveLength(1)
  })
})

describe('the checker, for special values', () => {
  test('refuses null even if the schema has `nullable: true`, because OpenAPI 3.1 does not define this keyword', () => {
    expect(reported({ type: 'string', nullable: true }, null)).toEqual(['/type at the root'])
  })
  test('counts lengths in characters, not in UTF-16 units', () => {
    expect(reported({ type: 'string', maxLength: 2 }, '😀😀')).toEqual([])
    expect(reported({ type: 'string', minLength: 3 }, '😀😀')).toEqual(['/minLength at the root'])
  })
  test.each([9.96, 4.56, 19.99, 0.07, 1_234_567.89, 1e21])('accepts %d as a multiple of 0.01', (value) => {
    expect(reported({ type: 'number', multipleOf: 0.01 }, value)).toEqual([])
  })
  test.each([0.001, 19.995, 1e-9])('refuses %d, which is not a multiple of 0.01', (value) => {
    expect(reported({ type: 'number', multipleOf: 0.01 }, value)).toEqual(['/multipleOf at the root'])
  })
  test('accepts 1.0 as an integer, and refuses a number that overflows', () => {
    expect(reported({ type: 'integer' }, JSON.parse('1.0') as Json)).toEqual([])
    expect(reported({ type: 'number' }, JSON.parse('1e999') as Json)).toEqual(['/type at the root'])
  })
  test('treats a property such as `toString`, which every JavaScript object inherits, as absent', () => {
    expect(reported({ required: ['toString', '__proto__'] }, {})).toEqual([
      '/required/toString at /toString',
      '/required/__proto__ at /__proto__',
    ])
    expect(reported({ additionalProperties: false }, JSON.parse('{"__proto__": 1}') as Json)).toEqual([
      '/additionalProperties at /__proto__',
    ])
  })
  test('reports a value that is nested too deeply to be checked', () => {
    const tree = schemaOf({
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Subject' } },
      additionalProperties: false,
    })
    let value: Json = { wrong: 1 }
    for (let depth = 0; depth < 50_000; depth++) value = { next: value }
    expect(compileSchema(tree).check(value, 'response')[0]?.expected).toBe(
      'a value with less nesting (this one is nested too deeply to be checked)',
    )
  })
  test('checks recursive schemas at every depth', () => {
    const tree: Json = {
      type: 'object',
      required: ['name'],
      properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Subject' } } },
    }
    expect(reported(tree, { name: 'a', children: [{ name: 'b', children: [{}] }] })).toEqual([
      '/required/name at /children/0/children/0/name',
    ])
  })
})

describe('a dynamic reference', () => {
  const tree: Json = {
    $id: 'https://example.com/tree',
    $dynamicAnchor: 'node',
    type: 'object',
    properties: { next: { $dynamicRef: '#node' } },
  }
  const closed: Json = {
    $id: 'https://example.com/closed',
    $dynamicAnchor: 'node',
    $ref: 'tree',
    unevaluatedProperties: false,
  }
  const check = (literal: Json, value: Json): string[] =>
    compileSchema(schemaOf(literal, { Tree: tree }))
      .check(value, 'response')
      .map((each) => each.keyword.name)
  test('leads to the outermost schema that has the named $dynamicAnchor', () => {
    expect(check(closed, { next: { next: {} } })).toEqual([])
    expect(check(closed, { next: { next: { other: 1 } } })).toEqual(['unevaluatedProperties'])
    expect(check({ $ref: 'https://example.com/tree' }, { next: { other: 1 } })).toEqual([])
  })
  test('is skipped if it would check the same value against the same schema again', () => {
    const loop: Json = {
      $id: 'https://example.com/loop',
      $dynamicAnchor: 'self',
      $ref: '#/$defs/inner',
      type: 'object',
      $defs: { inner: { $id: 'inner', $dynamicRef: '#self', $defs: { own: { $dynamicAnchor: 'self' } } } },
    }
    expect(check(loop, 1)).toEqual(['type'])
  })
})

describe('a keyword `if` without `then`', () => {
  const literal: Json = {
    if: { properties: { kind: { const: 'card' } }, required: ['kind'] },
    else: { properties: { iban: true }, required: ['iban'] },
    unevaluatedProperties: false,
  }
  test('marks the properties of the `if` schema as evaluated if the schema matches', () => {
    expect(reported(literal, { kind: 'card' })).toEqual([])
    expect(reported({ if: { prefixItems: [{ const: 1 }] }, unevaluatedItems: false }, [1])).toEqual([])
  })
  test('marks no property as evaluated if the `if` schema does not match', () => {
    expect(reported(literal, { kind: 'x', iban: 'y' })).toEqual(['/unevaluatedProperties at /kind'])
  })
})

describe('formats as annotations', () => {
  test('allow every value, and are not in the list of checked keywords', () => {
    const { document } = schemaOf({})
    const text = JSON.stringify({ ...document.root.value, components: { schemas: { Day: { format: 'date' } } } })
    const annotated = documentFromText(text, 'orders.json', 'annotate')
    const address = `${annotated.root.address}/components/schemas/Day`
    const schema: Schema = { document: annotated, address, pointer: '', value: { format: 'date' } }
    expect(compileSchema(schema).isValid('tomorrow', 'response')).toBe(true)
    expect(listKeywords(schema, 'response')).toEqual([])
  })
})

describe('a keyword that cannot be compiled', () => {
  test('is skipped, and all other keywords are checked', () => {
    const broken: Json = { type: 'string', pattern: '(', format: 'colour', maxLength: 2, frobnicate: true }
    expect(reported(broken, 'ab')).toEqual([])
    expect(reported(broken, 'abc')).toEqual(['/maxLength at the root'])
    expect(reported(broken, 1)).toEqual(['/type at the root'])
  })
  test('also disables a `not` or `oneOf` around it, because skipping only the keyword could invert their result', () => {
    expect(reported({ type: 'string', not: { pattern: '(' } }, 'a')).toEqual([])
    expect(reported({ oneOf: [{ pattern: '(' }, { type: 'string' }] }, 'a')).toEqual([])
  })
  test('is skipped if it is a $ref that would check the same value against the same schema again', () => {
    expect(reported({ allOf: [{ $ref: '#/components/schemas/Subject' }], type: 'string' }, 1)).toEqual([
      '/type at the root',
    ])
  })
})

describe('a schema', () => {
  /** Returns the schema, and a function that counts how many times a property of the schema was read. */
  function counted(literal: Json): { schema: Schema; accesses: () => number } {
    const schema = schemaOf(literal)
    let accesses = 0
    const value = new Proxy(schema.value as object, {
      get: (owner, name) => ((accesses += 1), Reflect.get(owner, name) as unknown),
      ownKeys: (owner) => ((accesses += 1), Reflect.ownKeys(owner)),
      getOwnPropertyDescriptor: (owner, name) => ((accesses += 1), Reflect.getOwnPropertyDescriptor(owner, name)),
    })
    return { schema: { ...schema, value: value as Schema['value'] }, accesses: () => accesses }
  }

  test('is compiled when the first value is checked, and not again', () => {
    const { schema, accesses } = counted(ORDER)
    const checker = compileSchema(schema)
    checker.check({ id: 'no' }, 'response')
    const once = accesses()
    expect(once).toBeGreaterThan(0)
    for (const value of [{ id: 'no' }, {}, null, { id: '5b9c9b1e-0d0a-4b57-9a0c-2f4f4e0f8a11' }]) {
      checker.check(value, 'response')
      checker.checkAll(value, 'response')
    }
    expect(accesses()).toBe(once)
  })
})
