import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { formatCheck } from '../parts/format-check.ts'
import type { Asked } from './keyword-table.ts'
import { compilePattern } from '../values/patterns.ts'
import { areEqual, hasRepeats, hasType, isMultiple, lengthOf } from '../values/values.ts'

const HOLDS: readonly string[] = []
const HERE: readonly string[] = ['']

export interface Test {
  readonly asked: Asked
  /** Asked only of objects that have this member. */
  readonly beside?: string
  readonly broken: (value: Json) => readonly string[]
}

/** What can never be broken: `minLength: 0` says nothing. */
function saysNothing(name: string, asks: Json): boolean {
  return asks === 0 ? COUNTS_FROM.has(name) : name === 'uniqueItems' && asks === false
}
const COUNTS_FROM = new Set(['minLength', 'minItems', 'minProperties'])

/** What a keyword asks, from its name and its value; undefined for one that cannot be broken by itself. */
export function testOf(name: string, asks: Json): Test | undefined {
  if (saysNothing(name, asks)) return undefined
  if (name === 'format') {
    const format = formatCheck(String(asks))
    if (format?.isAnnotation === true) return undefined
    return format && { asked: format.asked, broken: (value) => (format.holds(value) ? HOLDS : HERE) }
  }
  if (name === 'pattern') {
    const pattern = compilePattern(String(asks))
    return pattern && test('string', (value) => pattern.test(String(value)))
  }
  return anyTest(name, asks) ?? numberTest(name, Number(asks)) ?? countTest(name, Number(asks))
}

/** One name of `required`. JSON Schema 2020-12 Validation §6.5.3. */
export function requiredTest(name: string): Test {
  const where = [pointer(name)]
  return { asked: 'object', broken: (value) => (isObject(value) && Object.hasOwn(value, name) ? HOLDS : where) }
}

/** One name of `dependentRequired`. JSON Schema 2020-12 Validation §6.5.4. */
export function dependentRequiredTest(name: string, needed: readonly string[]): Test {
  return {
    asked: 'object',
    beside: name,
    broken: (value) =>
      isObject(value) && Object.hasOwn(value, name)
        ? needed.filter((other) => !Object.hasOwn(value, other)).map((other) => pointer(other))
        : HOLDS,
  }
}

function test(asked: Asked, holds: (value: Json) => boolean): Test {
  return { asked, broken: (value) => (holds(value) ? HOLDS : HERE) }
}

function anyTest(name: string, asks: Json): Test | undefined {
  switch (name) {
    case 'type': {
      const types = isArray(asks) ? asks.map(String) : [String(asks)]
      return test('any', (value) => types.some((type) => hasType(value, type)))
    }
    case 'enum': {
      const members = isArray(asks) ? asks : []
      return test('any', (value) => members.some((member) => areEqual(member, value)))
    }
    case 'const':
      return test('any', (value) => areEqual(asks, value))
    case 'uniqueItems':
      return test('array', (value) => !isArray(value) || !hasRepeats(value))
    default:
      return undefined
  }
}

function numberTest(name: string, limit: number): Test | undefined {
  const numbers = (holds: (value: number) => boolean): Test => test('number', (value) => holds(Number(value)))
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

function countTest(name: string, limit: number): Test | undefined {
  switch (name) {
    case 'minLength':
      return test('string', (value) => lengthOf(String(value)) >= limit)
    case 'maxLength':
      return test('string', (value) => lengthOf(String(value)) <= limit)
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
