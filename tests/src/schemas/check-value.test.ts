import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import type { Direction, Schema } from '../../../src/schemas/schema.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'
import { valuesNear } from '../../support/values-near.ts'

test.each(Object.entries(EVERY_KEYWORD))(
  'of %s, checker, walk and a plain Ajv agree on every value',
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

/** What is told of a value: keyword at place. */
function told(literal: Json, value: Json, direction: Direction = 'response'): string[] {
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

const TABLE: readonly [fact: string, value: Json, told: readonly string[]][] = [
  ['a value that keeps the schema is told nothing', { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' }, []],
  [
    'a wrong type hides what lies under it',
    { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', lines: 'none' },
    ['/properties/lines/type at /lines'],
  ],
  ['a format comes before a pattern and a bound', { id: 'X'.repeat(40) }, ['/properties/id/format at /id']],
  [
    'an enum comes before a bound',
    { id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', status: 'x' },
    ['/properties/status/enum at /status'],
  ],
  ['a missing member is told where it would be', {}, ['/required/id at /id']],
  [
    'two places are told apart',
    { id: 1, lines: [{ count: 1 }, { count: '2' }] },
    ['/properties/id/type at /id', '/properties/lines/items/properties/count/type at /lines/1/count'],
  ],
]

test.each(TABLE)('%s', (_fact, value, expected) => {
  expect(told(ORDER, value)).toEqual(expected)
})

describe('a choice', () => {
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
  test('names the culprit in the branch whose constant the value has', () => {
    expect(told(byConstant, { kind: 'cash', amount: '5' })).toEqual(['/oneOf/1/properties/amount/type at /amount'])
  })
  test('is itself broken where no branch is clearly meant', () => {
    expect(told(byConstant, { kind: 'shells' })).toEqual(['/oneOf at the root'])
  })
  test('names the culprit in the only branch of the right type', () => {
    expect(told({ anyOf: [{ type: 'string', maxLength: 2 }, { type: 'null' }] }, 'abc')).toEqual([
      '/anyOf/0/maxLength at the root',
    ])
  })
  test('is broken when two branches of oneOf hold', () => {
    const [first] = compileSchema(schemaOf({ oneOf: [{ type: 'integer' }, { type: 'number' }] })).check(1, 'response')
    expect(first?.expected).toBe('exactly one of 2 schemas, but 2 hold')
  })
  test('names the culprit in the branch that the discriminator means', () => {
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

describe('a direction', () => {
  const account: Json = {
    type: 'object',
    required: ['id', 'password'],
    allOf: [
      { properties: { id: { type: 'integer', readOnly: true } } },
      { properties: { password: { type: 'string', writeOnly: true } } },
    ],
  }
  test('a required writeOnly member may be absent from a response, and only there', () => {
    expect(told(account, { id: 1 }, 'response')).toEqual([])
    expect(told(account, { id: 1 }, 'request')).toEqual(['/required/password at /password'])
  })
  test('a required readOnly member may be absent from a request, and only there', () => {
    expect(told(account, { password: 'x' }, 'request')).toEqual([])
    expect(told(account, { password: 'x' }, 'response')).toEqual(['/required/id at /id'])
  })
  test('what is hidden is hidden below a $ref with siblings too', () => {
    const schema = schemaOf(
      { $ref: '#/components/schemas/Base', required: ['secret'] },
      { Base: { type: 'object', properties: { secret: { type: 'string', writeOnly: true } } } },
    )
    expect(compileSchema(schema).check({}, 'response')).toEqual([])
    expect(compileSchema(schema).check({}, 'request')).toHaveLength(1)
  })
})

describe('hard values', () => {
  test('nullable means nothing in 3.1', () => {
    expect(told({ type: 'string', nullable: true }, null)).toEqual(['/type at the root'])
  })
  test('lengths count characters, not UTF-16 units', () => {
    expect(told({ type: 'string', maxLength: 2 }, '😀😀')).toEqual([])
    expect(told({ type: 'string', minLength: 3 }, '😀😀')).toEqual(['/minLength at the root'])
  })
  test.each([9.96, 4.56, 19.99, 0.07, 1_234_567.89, 1e21])('%d is a multiple of 0.01', (value) => {
    expect(told({ type: 'number', multipleOf: 0.01 }, value)).toEqual([])
  })
  test.each([0.001, 19.995, 1e-9])('%d is no multiple of 0.01', (value) => {
    expect(told({ type: 'number', multipleOf: 0.01 }, value)).toEqual(['/multipleOf at the root'])
  })
  test('an integer may be written 1.0, and a number that overflowed is none', () => {
    expect(told({ type: 'integer' }, JSON.parse('1.0') as Json)).toEqual([])
    expect(told({ type: 'number' }, JSON.parse('1e999') as Json)).toEqual(['/type at the root'])
  })
  test('members that every object inherits are not there', () => {
    expect(told({ required: ['toString', '__proto__'] }, {})).toEqual([
      '/required/toString at /toString',
      '/required/__proto__ at /__proto__',
    ])
    expect(told({ additionalProperties: false }, JSON.parse('{"__proto__": 1}') as Json)).toEqual([
      '/additionalProperties at /__proto__',
    ])
  })
  test('a value nested deeper than can be judged is broken, not lost', () => {
    const tree = schemaOf({
      type: 'object',
      properties: { next: { $ref: '#/components/schemas/Subject' } },
      additionalProperties: false,
    })
    let value: Json = { wrong: 1 }
    for (let depth = 0; depth < 50_000; depth++) value = { next: value }
    expect(compileSchema(tree).check(value, 'response')[0]?.expected).toBe(
      'a value that is not nested too deeply to be judged',
    )
  })
  test('schemas that lead back to themselves are judged at every depth', () => {
    const tree: Json = {
      type: 'object',
      required: ['name'],
      properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Subject' } } },
    }
    expect(told(tree, { name: 'a', children: [{ name: 'b', children: [{}] }] })).toEqual([
      '/required/name at /children/0/children/0/name',
    ])
  })
})

describe('what cannot be compiled', () => {
  test('turns off itself and nothing else', () => {
    const broken: Json = { type: 'string', pattern: '(', format: 'colour', maxLength: 2, frobnicate: true }
    expect(told(broken, 'ab')).toEqual([])
    expect(told(broken, 'abc')).toEqual(['/maxLength at the root'])
    expect(told(broken, 1)).toEqual(['/type at the root'])
  })
  test('below not and oneOf turns off the choice, which would say the opposite', () => {
    expect(told({ type: 'string', not: { pattern: '(' } }, 'a')).toEqual([])
    expect(told({ oneOf: [{ pattern: '(' }, { type: 'string' }] }, 'a')).toEqual([])
  })
  test('a reference that leads back to itself at the same value is left out', () => {
    expect(told({ allOf: [{ $ref: '#/components/schemas/Subject' }], type: 'string' }, 1)).toEqual([
      '/type at the root',
    ])
  })
})

describe('a schema', () => {
  /** The same schema, and how often anybody looked into it. */
  function counted(literal: Json): { schema: Schema; looks: () => number } {
    const schema = schemaOf(literal)
    let looks = 0
    const value = new Proxy(schema.value as object, {
      get: (owner, name) => ((looks += 1), Reflect.get(owner, name) as unknown),
      ownKeys: (owner) => ((looks += 1), Reflect.ownKeys(owner)),
      getOwnPropertyDescriptor: (owner, name) => ((looks += 1), Reflect.getOwnPropertyDescriptor(owner, name)),
    })
    return { schema: { ...schema, value: value as Schema['value'] }, looks: () => looks }
  }

  test('is read when the first value is judged, and never again', () => {
    const { schema, looks } = counted(ORDER)
    const checker = compileSchema(schema)
    checker.check({ id: 'no' }, 'response')
    const once = looks()
    expect(once).toBeGreaterThan(0)
    for (const value of [{ id: 'no' }, {}, null, { id: '5b9c9b1e-0d0a-4b57-9a0c-2f4f4e0f8a11' }]) {
      expect(compileSchema(schema)).toBe(checker)
      checker.check(value, 'response')
      checker.checkAll(value, 'response')
    }
    expect(looks()).toBe(once)
  })

  test('is compiled once for all who refer to it', () => {
    const { document } = schemaOf({}, { Order: ORDER })
    const address = `${document.root.address}/components/schemas/Order`
    const reference = (pointer: string): Schema => ({
      document,
      address: `${document.root.address}${pointer}`,
      pointer,
      value: { $ref: address },
    })
    expect(compileSchema(reference('/one'))).toBe(compileSchema(reference('/other')))
  })
})
