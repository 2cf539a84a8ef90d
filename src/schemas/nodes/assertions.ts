import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { formatNamed } from '../formats.ts'
import type { AppliesTo } from './keyword-table.ts'
import { boundedTest } from '../values/bounded-test.ts'
import { compilePattern } from '../values/patterns.ts'
import {
  isSameJson,
  hasRepeats,
  hasType,
  isMultiple,
  isNumeric,
  codePointLength,
  type Numeric,
} from '../values/values.ts'

const SATISFIED: readonly string[] = []
const HERE: readonly string[] = ['']

/** The check of a keyword, and the type of the values that it applies to. See `Assertion`. */
export interface AssertionTest {
  readonly appliesTo: AppliesTo
  /** For a keyword that applies only to objects with a certain property: the name of this property. */
  readonly beside?: string
  readonly broken: (value: Json) => readonly string[]
}

/** True for a keyword that restricts no values, such as `minLength: 0`. */
function isAlwaysTrue(name: string, keywordValue: Json): boolean {
  return keywordValue === 0 ? MINIMUM_COUNTS.has(name) : name === 'uniqueItems' && keywordValue === false
}
const MINIMUM_COUNTS = new Set(['minLength', 'minItems', 'minProperties'])

/** Returns the check of a keyword. Returns undefined if the keyword has a subschema or restricts no values. */
export function testOf(name: string, keywordValue: Json): AssertionTest | undefined {
  if (isAlwaysTrue(name, keywordValue)) return undefined
  if (name === 'format') {
    const { appliesTo, check } = formatNamed(String(keywordValue)) ?? {}
    if (appliesTo === undefined || check === undefined) return undefined
    return test(
      appliesTo,
      check instanceof RegExp ? (value) => check.test(String(value)) : (value) => check(value as never),
    )
  }
  if (name === 'pattern') {
    const pattern = compilePattern(String(keywordValue))
    return pattern && test('string', (value) => boundedTest(pattern, String(value)) !== false)
  }
  return anyTest(name, keywordValue) ?? numberTest(name, keywordValue) ?? countTest(name, Number(keywordValue))
}

/** Returns the check of one name in `required`. JSON Schema 2020-12 Validation §6.5.3. */
export function requiredTest(name: string): AssertionTest {
  const where = [pointer(name)]
  return { appliesTo: 'object', broken: (value) => (isObject(value) && Object.hasOwn(value, name) ? SATISFIED : where) }
}

/** Returns the check of one name in `dependentRequired`. JSON Schema 2020-12 Validation §6.5.4. */
export function dependentRequiredTest(name: string, needed: readonly string[]): AssertionTest {
  return {
    appliesTo: 'object',
    beside: name,
    broken: (value) =>
      isObject(value) && Object.hasOwn(value, name)
        ? needed.filter((other) => !Object.hasOwn(value, other)).map((other) => pointer(other))
        : SATISFIED,
  }
}

function test(appliesTo: AppliesTo, matches: (value: Json) => boolean): AssertionTest {
  return { appliesTo, broken: (value) => (matches(value) ? SATISFIED : HERE) }
}

function anyTest(name: string, keywordValue: Json): AssertionTest | undefined {
  switch (name) {
    case 'type': {
      if (!isArray(keywordValue)) return test('any', (value) => hasType(value, String(keywordValue)))
      const types = keywordValue.map(String)
      return test('any', (value) => types.some((type) => hasType(value, type)))
    }
    case 'enum': {
      const listed = isArray(keywordValue) ? keywordValue : []
      return test('any', (value) => listed.includes(value) || listed.some((each) => isSameJson(each, value)))
    }
    case 'const':
      return test('any', (value) => isSameJson(keywordValue, value))
    case 'uniqueItems':
      return test('array', (value) => !isArray(value) || !hasRepeats(value))
    default:
      return undefined
  }
}

function numberTest(name: string, limit: Json): AssertionTest | undefined {
  if (!isNumeric(limit)) return undefined
  const numbers = (isValid: (value: Numeric) => boolean): AssertionTest =>
    test('number', (value) => isNumeric(value) && isValid(value))
  switch (name) {
    case 'minimum':
      return numbers((value) => value >= limit)
    case 'maximum':
      return numbers((value) => value <= limit)
    case 'exclusiveMinimum':
      return numbers((value) => value > limit)
    case 'exclusiveMaximum':
      return numbers((value) => value < limit)
    case 'multipleOf':
      return numbers((value) => isMultiple(value, limit))
    default:
      return undefined
  }
}

function countTest(name: string, limit: number): AssertionTest | undefined {
  switch (name) {
    case 'minLength':
      return test('string', (value) => codePointLength(String(value)) >= limit)
    case 'maxLength':
      return test('string', (value) => codePointLength(String(value)) <= limit)
    case 'minItems':
      return test('array', (value) => isArray(value) && value.length >= limit)
    case 'maxItems':
      return test('array', (value) => isArray(value) && value.length <= limit)
    case 'minProperties':
      return test('object', (value) => isObject(value) && Object.keys(value).length >= limit)
    case 'maxProperties':
      return test('object', (value) => isObject(value) && Object.keys(value).length <= limit)
    default:
      return undefined
  }
}
