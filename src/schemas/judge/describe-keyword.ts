import { isArray, isObject, type Json } from '../../json.ts'
import type { Keyword } from '../schema.ts'

/** What a keyword asks for, in words; values are the document's own. */
export function describeKeyword({ name, value, pointer }: Keyword): string {
  const text = JSON.stringify(value)
  switch (name) {
    case 'type':
      return isArray(value) ? value.join(' or ') : String(value)
    case 'enum':
      return `one of ${isArray(value) ? value.map((one) => JSON.stringify(one)).join(', ') : text}`
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
      return `at least ${count(value, 'member')}`
    case 'maxProperties':
      return `at most ${count(value, 'member')}`
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
      return `the member ${text}`
    case 'dependentRequired':
      return `${isArray(value) ? value.join(', ') : text} beside ${lastToken(pointer)}`
    case 'contains':
    case 'minContains':
      return `at least ${name === 'contains' ? 'one item' : count(value, 'item')} that ${name === 'contains' ? 'keeps' : 'keep'} \`contains\``
    case 'maxContains':
      return `at most ${count(value, 'item')} that keep \`contains\``
    case 'oneOf':
      return `exactly one of ${isArray(value) ? value.length : 0} schemas`
    case 'anyOf':
      return `at least one of ${isArray(value) ? value.length : 0} schemas`
    case 'not':
      return `nothing that keeps ${briefly(value)}`
    case 'propertyNames':
      return `names that keep ${briefly(value)}`
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'no member that the schema does not name'
    case 'items':
    case 'unevaluatedItems':
      return 'no more items than the schema names'
    default:
      return 'nothing here'
  }
}

function count(value: Json, noun: string): string {
  return `${String(value)} ${noun}${value === 1 ? '' : 's'}`
}

function briefly(value: Json): string {
  const text = JSON.stringify(value)
  return text.length <= 120 ? text : isObject(value) ? `a schema of ${Object.keys(value).join(', ')}` : 'a schema'
}

function lastToken(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}
