import { isArray, isObject, stringifyJson, type Json } from '../../json.ts'
import type { Keyword } from '../schema.ts'

const known = new WeakMap<Keyword, string>()

/**
 * Describes the values that a keyword allows, such as "at least 3 characters". The text contains no values of requests
 * or responses, only values from the document.
 */
export function describeKeyword(keyword: Keyword): string {
  const text = known.get(keyword) ?? describe(keyword)
  known.set(keyword, text)
  return text
}

function describe({ name, value, pointer }: Keyword): string {
  const text = stringifyJson(value)
  switch (name) {
    case 'type':
      return isArray(value) ? value.join(' or ') : String(value)
    case 'enum':
      return `one of ${isArray(value) ? value.map((one) => stringifyJson(one)).join(', ') : text}`
    case 'const':
      return text
    case 'format':
      return `a ${String(value)}`
    case 'pattern':
      return `text that matches ${String(value)}`
    case 'minLength':
      return `at least ${count(value, 'character')}`
    case 'maxLength':
      return `at most ${count(value, 'character')}`
    case 'minItems':
      return `at least ${count(value, 'item')}`
    case 'maxItems':
      return `at most ${count(value, 'item')}`
    case 'minProperties':
      return `at least ${count(value, 'property')}`
    case 'maxProperties':
      return `at most ${count(value, 'property')}`
    case 'minimum':
      return `at least ${text}`
    case 'maximum':
      return `at most ${text}`
    case 'exclusiveMinimum':
      return `more than ${text}`
    case 'exclusiveMaximum':
      return `less than ${text}`
    case 'multipleOf':
      return `a multiple of ${text}`
    case 'uniqueItems':
      return 'items that are all different'
    case 'required':
      return `the property ${text}`
    case 'dependentRequired':
      return `${isArray(value) ? value.join(', ') : text} if ${lastToken(pointer)} is present`
    case 'contains':
    case 'minContains':
      return `at least ${name === 'contains' ? 'one item' : count(value, 'item')} matching \`contains\``
    case 'maxContains':
      return `at most ${count(value, 'item')} matching \`contains\``
    case 'oneOf':
      return `exactly one of ${isArray(value) ? value.length : 0} schemas`
    case 'anyOf':
      return `at least one of ${isArray(value) ? value.length : 0} schemas`
    case 'not':
      return `a value that does not match ${briefly(value)}`
    case 'propertyNames':
      return `property names that match ${briefly(value)}`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'no undocumented property'
    case 'items':
    case 'unevaluatedItems':
      return 'no further items'
    default:
      return 'no value'
  }
}

const PLURAL = { character: 'characters', item: 'items', property: 'properties' } as const

function count(value: Json, noun: keyof typeof PLURAL): string {
  return `${String(value)} ${value === 1 ? noun : PLURAL[noun]}`
}

function briefly(value: Json): string {
  const text = stringifyJson(value)
  return text.length <= 120 ? text : isObject(value) ? `a schema with ${Object.keys(value).join(', ')}` : 'a schema'
}

function lastToken(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}
