import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokens, valueAt } from '../../../src/document/json-pointer.ts'
import type { Json } from '../../../src/json.ts'
import { arbitraryOf } from '../../../src/schemas/draw/arbitrary-of.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { drawNegativeValues, type NegativeValue } from '../../../src/schemas/negative-values/draw-negative-values.ts'
import { placeAt } from '../../../src/schemas/values/place-value.ts'
import { drawValue } from '../../../src/schemas/draw/draw-value.ts'
import { listKeywords } from '../../../src/schemas/list-keywords.ts'
import { COMPANIONS } from '../../../src/schemas/negative-values/negative-value-table.ts'
import type { Keyword, Schema } from '../../../src/schemas/schema.ts'
import { schemaOf } from '../../support/document-of.ts'
import { AJV_AT_A_LOSS, EVERY_KEYWORD } from '../../support/every-keyword.ts'
import { plainAjv } from '../../support/plain-ajv.ts'

const OPTIONS = { direction: 'request', seed: 7 } as const

/** Returns the schema without one of its keywords. */
function without(literal: Json, keyword: Keyword): Json {
  const at = keyword.address.split('#/components/schemas/Subject')[1] ?? ''
  return valueAt(literal, at) === false ? placeAt(literal, at, true) : placeAt(literal, at, undefined)
}

function negativesOf(literal: Json, base: Json): NegativeValue[] {
  return drawNegativeValues(schemaOf(literal), base, OPTIONS)
}

describe.each(Object.entries(EVERY_KEYWORD))('invalid values generated for the schema "%s"', (name, literal) => {
  const schema = schemaOf(literal)
  const checker = compileSchema(schema)
  const plain = AJV_AT_A_LOSS.has(name) ? undefined : plainAjv(literal)
  const withoutKeyword = new Map<string, (value: Json) => boolean>()
  const isValidWithout = (keyword: Keyword, value: Json): boolean => {
    const known = withoutKeyword.get(keyword.pointer)
    const judge =
      known ??
      (plain === undefined
        ? (
            (other: Schema) => (each: Json) =>
              compileSchema(other).isValid(each, 'request')
          )(schemaOf(without(literal, keyword)))
        : plainAjv(without(literal, keyword)))
    withoutKeyword.set(keyword.pointer, judge)
    return judge(value)
  }

  test('each value violates only one keyword, and is valid if this keyword is removed from the schema', () => {
    fc.assert(
      fc.property(arbitraryOf(schema, 'request'), (base) => {
        for (const { keyword, value, companions } of drawNegativeValues(schema, base, OPTIONS)) {
          const broken = new Set(checker.checkAll(value, 'request').map((each) => each.keyword.pointer))
          expect([...broken].sort()).toEqual([keyword, ...companions].map((each) => each.pointer).sort())
          if (plain !== undefined) expect(plain(value)).toBe(false)
          if (companions.length === 0)
            expect([keyword.pointer, value, isValidWithout(keyword, value)]).toEqual([keyword.pointer, value, true])
          for (const companion of companions) expect(COMPANIONS[keyword.name]).toContain(companion.name)
        }
      }),
      { seed: 7, numRuns: 25 },
    )
  })

  test('the values are the same for the same base value and seed, and have unique names', () => {
    const base = drawValue(schema, OPTIONS)
    const misses = drawNegativeValues(schema, base, OPTIONS)
    expect(drawNegativeValues(schema, base, OPTIONS)).toEqual(misses)
    const names = misses.map((each) => `${each.keyword.pointer} ${each.name}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

/**
 * Matches pointers of keywords inside a branch of `oneOf` or `anyOf`. If a value violates one of these keywords, the
 * checker reports `oneOf` or `anyOf` instead.
 */
const REPORTED_AS_THE_CHOICE =
  /^\/(oneOf|anyOf)\/\d+\/(type|multipleOf|required\/(kind|a|b)|properties\/(kind\/const|a\/type|b\/type))$/

test('for every keyword a violating value is drawn, except if its violation is reported as a failed oneOf or anyOf', () => {
  const none = Object.values(EVERY_KEYWORD).flatMap((literal) => {
    const schema = schemaOf(literal)
    const broken = new Set(negativesOf(literal, drawValue(schema, OPTIONS)).map((each) => each.keyword.pointer))
    return listKeywords(schema, 'request').filter((each) => !broken.has(each.pointer))
  })
  expect(none.map((each) => each.pointer).filter((each) => !REPORTED_AS_THE_CHOICE.test(each))).toEqual([])
})

test('for each keyword that can be violated, one of the violating values is marked for use in every plan', () => {
  const literals = [...Object.values(EVERY_KEYWORD), { type: ['string', 'number', 'null'] }]
  for (const literal of literals) {
    const misses = negativesOf(literal, drawValue(schemaOf(literal), OPTIONS))
    const needed = new Set(misses.filter((each) => each.needed).map((each) => each.keyword.pointer))
    expect(misses.filter((each) => !needed.has(each.keyword.pointer))).toEqual([])
  }
})

/** Returns the invalid values that violate the keyword at `pointer`, each under its name. */
function named(literal: Json, base: Json, pointer: string): Record<string, Json> {
  const own = negativesOf(literal, base).filter((each) => each.keyword.pointer === pointer)
  return Object.fromEntries(own.map((each) => [each.name, each.value]))
}

describe('drawNegativeValues', () => {
  test('draws an invalid date-time for each mistake that lenient parsers accept', () => {
    expect(named({ type: 'string', format: 'date-time' }, '2031-03-04T05:06:07.5+02:00', '/format')).toEqual({
      naive: '2031-03-04T05:06:07',
      'naive-fraction': '2031-03-04T05:06:07.5',
      'blank-separator': '2031-03-04 05:06:07.5+02:00',
      'leap-day-of-2100': '2100-02-29T05:06:07.5+02:00',
      'minute-99': '2031-03-04T05:99:07.5+02:00',
      'offset-24': '2031-03-04T05:06:07.5+24:00',
      'offset-without-colon': '2031-03-04T05:06:07.5+0200',
      'february-30': '2031-02-30T05:06:07.5+02:00',
      'hour-24': '2031-03-04T24:00:00.5+02:00',
      'month-13': '2031-13-04T05:06:07.5+02:00',
      'offset-in-hours': '2031-03-04T05:06:07.5+01',
      'without-seconds': '2031-03-04T05:06+02:00',
      'trailing-text': '2031-03-04T05:06:07.5+02:00 (UTC)',
      'date-only': '2031-03-04',
      epoch: '1893456000',
      slashes: '04/03/2031 05:06:07',
    })
  })
  test('draws text, a fraction and null for an integer', () => {
    expect(named({ type: 'integer' }, 5, '/type')).toMatchObject({ string: '5', fraction: 5.5, null: null })
  })
  test('does not draw null if null is allowed', () => {
    expect(named({ type: ['integer', 'null'] }, 5, '/type')).not.toHaveProperty('null')
  })
  test('draws for an enum an unknown word, a value in another letter case, and a value with a trailing space', () => {
    expect(named({ enum: ['open', 'paid'] }, 'open', '/enum')).toEqual({
      outside: 'open_x',
      case: 'OPEN',
      'trailing-blank': 'open ',
    })
  })
  test('exceeds maxLength by one character', () => {
    expect(named({ type: 'string', maxLength: 2 }, '😀😀', '/maxLength')).toEqual({ 'too-long': '😀😀😀' })
  })
  test('adds an unknown property, and a plausible typo, to an object that allows no other properties', () => {
    const closed: Json = { type: 'object', properties: { startTime: {} }, additionalProperties: false }
    expect(named(closed, {}, '/additionalProperties')).toEqual({
      unknown: { unknownField: 'x' },
      close: { start_time: 'x' },
    })
  })
  test('adds the parent object of the invalid property if the base value has no such object', () => {
    const literal: Json = {
      type: 'object',
      properties: { a: { type: 'object', properties: { b: { type: 'string', maxLength: 1 } } } },
    }
    expect(named(literal, { other: 1 }, '/properties/a/properties/b/maxLength')).toEqual({
      'too-long': { other: 1, a: { b: 'tt' } },
    })
  })
  test('uses another branch of the schema if the branch of the base value does not contain the keyword', () => {
    const schema = EVERY_KEYWORD['if then else'] ?? true
    expect(named(schema, { method: 'home', room: null }, '/properties/method/enum')).toMatchObject({
      outside: { room: 'text' },
    })
  })
})

describe('a placeholder such as `$time` in the base value of a negative case', () => {
  const update: Json = {
    type: 'object',
    properties: {
      at: { type: 'string', format: 'date-time', examples: ['2001-01-01T00:00:00Z'] },
      note: { type: 'string' },
    },
    additionalProperties: false,
  }
  const base: Json = { at: { $time: 'P3D', at: '10:00', zone: 'Z' } }
  test('is kept if the invalid value is in another property', () => {
    expect(named(update, base, '/properties/note/type')).toMatchObject({ number: { ...base, note: 12 } })
  })
  test('is replaced by a fixed future time if its property gets the invalid value', () => {
    expect(named(update, base, '/properties/at/format')).toMatchObject({ naive: { at: '2030-01-15T10:00:00' } })
  })
  test('is replaced by its resolved value, not by the fixed time, if the caller can resolve it', () => {
    const [naive] = drawNegativeValues(schemaOf(update), base, {
      ...OPTIONS,
      resolve: () => '2032-01-01T09:00:00Z',
    }).filter((each) => each.name === 'naive')
    expect(naive?.value).toEqual({ at: '2032-01-01T09:00:00' })
  })
})

test('no invalid value violates a keyword that cannot be compiled', () => {
  expect(negativesOf({ type: 'string', pattern: '(' }, 'a').filter((each) => each.keyword.name === 'pattern')).toEqual(
    [],
  )
})

test('the pointer of the violated keyword has escaped slashes and tildes', () => {
  const literal: Json = { type: 'object', required: ['a/b~c'], properties: { 'a/b~c': { type: 'integer' } } }
  const [absent] = negativesOf(literal, { 'a/b~c': 1 }).filter((each) => each.keyword.name === 'required')
  expect([absent?.value, tokens(absent?.keyword.pointer ?? '')]).toEqual([{}, ['required', 'a/b~c']])
})
