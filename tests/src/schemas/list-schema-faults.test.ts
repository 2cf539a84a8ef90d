import { describe, expect, test } from 'vitest'
import { ContractError } from '../../../src/errors.ts'
import type { Json } from '../../../src/json.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawNegativeValues } from '../../../src/schemas/negative-values/draw-negative-values.ts'
import { listKeywords } from '../../../src/schemas/list-keywords.ts'
import { assertCompilable, listSchemaFaults } from '../../../src/schemas/list-schema-faults.ts'
import { schemaOf } from '../../support/document-of.ts'
import { EVERY_KEYWORD } from '../../support/every-keyword.ts'

/** Returns the place and the message of each fault in a schema. */
function faults(literal: Json, others: Readonly<Record<string, Json>> = {}): string[][] {
  return listSchemaFaults(schemaOf(literal, others)).map((each) => [
    each.address.split('#/components/schemas/')[1] ?? '',
    each.message,
  ])
}

describe('listSchemaFaults', () => {
  test('reports nothing for the test schemas of EVERY_KEYWORD', () => {
    for (const [name, literal] of Object.entries(EVERY_KEYWORD)) expect([name, faults(literal)]).toEqual([name, []])
  })

  const TABLE: readonly [fact: string, schema: Json, place: string, message: string][] = [
    [
      'an unknown keyword',
      { maxlength: 3 },
      'Subject/maxlength',
      '`maxlength` is not a keyword of JSON Schema 2020-12 or OpenAPI 3.1',
    ],
    [
      'nullable',
      { nullable: true },
      'Subject/nullable',
      '`nullable` is not a keyword of OpenAPI 3.1: write type: [<type>, "null"]',
    ],
    [
      'an unknown type',
      { type: 'strin' },
      'Subject/type',
      'the value of `type` is not a JSON Schema type or a list of types',
    ],
    ['a bound that is text', { minimum: '1' }, 'Subject/minimum', 'the value of `minimum` is not a number'],
    [
      '`required` that is not a list',
      { required: 'id' },
      'Subject/required',
      'the value of `required` is not a list of unique strings',
    ],
    ['an unknown format', { format: 'colour' }, 'Subject/format', 'the format `colour` is unknown and not checked'],
    [
      'an invalid pattern',
      { pattern: '[' },
      'Subject/pattern',
      'the pattern `[` is not a valid JavaScript regular expression',
    ],
    [
      'an invalid pattern of property names',
      { patternProperties: { '(': {} } },
      'Subject/patternProperties',
      'the pattern `(` is not a valid JavaScript regular expression',
    ],
    [
      'a reference that leads back to its own schema',
      { allOf: [{ $ref: '#/components/schemas/Subject' }] },
      'Subject/allOf/0/$ref',
      'the reference `#/components/schemas/Subject` is circular: checking a value against it would never end',
    ],
  ]
  test.each(TABLE)('reports %s with the address of the schema', (_fact, literal, place, message) => {
    expect(faults(literal)).toEqual([[place, message]])
  })

  test.each([
    '^\\W+\\D\\S\\B$',
    '^[\\w-.]+$',
    '^\\/a\\-b\\@\\\\A$',
    '^(?<year>\\d{4})\\k<year>\\u0041\\x41\\cJ\\0$',
    '^[a:]{1,2}[:b]$',
  ])('accepts a pattern that JavaScript interprets as intended: %s', (pattern) => {
    expect(faults({ pattern })).toEqual([])
  })

  test.each(['\\Aorder\\z', '^[[:alpha:]]+$', '^\\h+$', '^[^[:space:]]$'])(
    'reports a pattern in the syntax of another language: %s',
    (pattern) => {
      expect(faults({ pattern })).toEqual([
        [
          'Subject/pattern',
          `the pattern \`${pattern}\` uses syntax of another language, which JavaScript interprets differently`,
        ],
      ])
    },
  )

  test.each<[keyword: string, schema: Json]>([
    ['additionalProperties', { patternProperties: { '(': {} }, additionalProperties: false }],
    ['unevaluatedProperties', { allOf: [{ patternProperties: { '(': {} } }], unevaluatedProperties: false }],
    ['items', { prefixItems: [], items: false }],
    ['unevaluatedItems', { allOf: [{ prefixItems: [] }], unevaluatedItems: false }],
  ])('reports that %s is not checked if a keyword on which it depends cannot be checked', (keyword, literal) => {
    expect(faults(literal).map(([place]) => place)).toContain(`Subject/${keyword}`)
    const checker = compileSchema(schemaOf(literal))
    for (const value of [{ b: 1 }, [1]]) expect(checker.check(value, 'response')).toEqual([])
  })

  test('reports a Unicode property pattern that does not compile with the u flag', () => {
    expect(faults({ pattern: '^\\p{L}+$' })).toEqual([])
    expect(faults({ pattern: '^\\p{L}\\_$' })).toHaveLength(1)
  })

  test('reports every fault once, also behind references and in subschemas of `not`', () => {
    const others: Record<string, Json> = { Bad: { type: 'object', properties: { a: { minLength: -1 } } } }
    const literal: Json = {
      not: { pattern: '(' },
      properties: { x: { $ref: '#/components/schemas/Bad' }, y: { $ref: '#/components/schemas/Bad' } },
    }
    expect(faults(literal, others)).toEqual([
      ['Subject/not', '`not` contains a `pattern` that cannot be compiled'],
      ['Subject/not/pattern', 'the pattern `(` is not a valid JavaScript regular expression'],
      ['Bad/properties/a/minLength', 'the value of `minLength` is not an integer of 0 or more'],
    ])
  })

  test.each<[keyword: string, schema: Json, level: string, next: string]>([
    [
      'a typo of a keyword',
      { properites: {} },
      'error',
      'write `properties`, or rename the key to x-… if it is an annotation',
    ],
    ['another unknown keyword', { discount: 1 }, 'warning', 'rename the key to x-… if it is an annotation'],
    [
      'an annotation whose name resembles a keyword',
      { note: 'tax included' },
      'warning',
      'rename the key to x-… if it is an annotation',
    ],
    [
      'an annotation whose short name resembles `const`',
      { cost: 3 },
      'warning',
      'rename the key to x-… if it is an annotation',
    ],
    ['the keyword nullable', { nullable: true }, 'error', 'write `type` as a list that contains "null"'],
    ['an unknown type', { type: 'strng' }, 'error', 'correct the value of the keyword'],
    ['an object instead of a list', { allOf: { type: 'object' } }, 'error', 'correct the value of the keyword'],
    ['`required` with a boolean value', { required: true }, 'error', 'correct the value of the keyword'],
    ['`items` with a list as its value', { items: [{}] }, 'error', 'correct the value of the keyword'],
    ['a schema that is a string', { properties: { a: 'string' } }, 'error', 'correct the value of the keyword'],
    [
      'an unknown format',
      { format: 'currency' },
      'warning',
      'name a format of the OpenAPI registry, or describe the form in `description`',
    ],
    ['an invalid pattern', { pattern: '(' }, 'error', 'write a regular expression that ECMA-262 allows'],
    [
      'an exponential pattern',
      { pattern: '^(a+)+$' },
      'warning',
      'rewrite the pattern so that no repetition can match the same text in two ways',
    ],
    [
      'an exponential pattern of property names',
      { patternProperties: { '^(a+)+$': {} } },
      'warning',
      'rewrite the pattern so that no repetition can match the same text in two ways',
    ],
  ])('reports %s as an error or a warning, with a fix', (_fact, literal, level, next) => {
    expect(listSchemaFaults(schemaOf(literal)).map((each) => [each.level, each.next])).toEqual([[level, next]])
  })

  test('reports an exponential pattern, which is neither checked nor used to generate values', () => {
    const schema = schemaOf({ type: 'string', pattern: '^(a+)+$' })
    expect(compileSchema(schema).check(`${'a'.repeat(60)}!`, 'response')).toEqual([])
    expect(listKeywords(schema, 'response').find(({ name }) => name === 'pattern')?.fault).toMatch(/exponential time/)
    expect(
      drawNegativeValues(schema, 'a', { direction: 'request', seed: 0 }).map((each) => each.keyword.name),
    ).not.toContain('pattern')
  })
})

describe('assertCompilable', () => {
  test('throws with the position of the first fault', () => {
    const assert = (): void => assertCompilable(schemaOf({ type: 'string', pattern: '(' }))
    expect(assert).toThrow(ContractError)
    expect(assert).toThrow(/orders\.json:1:\d+ \/components\/schemas\/Subject\/pattern/)
  })
  test('accepts a schema without faults', () => {
    expect(() => assertCompilable(schemaOf({ type: 'string' }))).not.toThrow()
  })
})
