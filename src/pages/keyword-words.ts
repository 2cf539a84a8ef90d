import { isArray, isObject, type Json } from '../json.ts'

/**
 * A keyword of a schema, its value, and the part of the request or response to which the schema applies (`subject`).
 */
interface Said {
  readonly subject: string
  readonly keyword: string
  readonly name: string | undefined
  readonly value: Json | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

/** The predicate of each keyword: `maxLength` gives "has at most 40 characters". */
const PREDICATES: Readonly<Record<string, (value: string) => string>> = {
  format: (value) => `has the format ${value}`,
  pattern: (value) => `matches the pattern ${value}`,
  const: (value) => `is ${value}`,
  minimum: (value) => `is at least ${value}`,
  maximum: (value) => `is at most ${value}`,
  exclusiveMinimum: (value) => `is greater than ${value}`,
  exclusiveMaximum: (value) => `is less than ${value}`,
  multipleOf: (value) => `is a multiple of ${value}`,
  minLength: (value) => `has at least ${count(value, 'character')}`,
  maxLength: (value) => `has at most ${count(value, 'character')}`,
  minItems: (value) => `has at least ${count(value, 'item')}`,
  maxItems: (value) => `has at most ${count(value, 'item')}`,
  minProperties: (value) => `has at least ${count(value, 'property')}`,
  maxProperties: (value) => `has at most ${count(value, 'property')}`,
  uniqueItems: () => 'has no equal items',
  additionalProperties: () => 'has no other properties',
  unevaluatedProperties: () => 'has no other properties',
  allOf: () => 'matches each schema of `allOf`',
  anyOf: () => 'matches a schema of `anyOf`',
  oneOf: () => 'matches exactly one schema of `oneOf`',
  not: () => 'does not match the schema of `not`',
}

/** The maximum number of characters of a pattern, or of a list of enum values, on the page. */
const LONGEST = 80

/** Describes a keyword in a sentence: "note has at most 40 characters". */
export function keywordWords({ subject, keyword, name, value }: Said): string {
  if (keyword === 'required') return `${subject === 'the body' ? '' : `${subject}.`}${name ?? ''} is present`
  if (keyword === 'type')
    return `${subject} is ${[value]
      .flat()
      .map((type) => TYPES[String(type)] ?? String(type))
      .join(' or ')}`
  if (keyword === 'enum') return `${subject} is ${oneOf(value)}`
  const text = shown(value)
  return `${subject} ${PREDICATES[keyword]?.(text) ?? `satisfies ${[keyword, text].join(' ').trim()}`}`
}

function oneOf(value: Json | undefined): string {
  const values = isArray(value) ? value.map(String) : []
  const list = values.join(', ')
  if (values.length === 1) return list
  return values.length === 0 || list.length > LONGEST ? `one of ${values.length} values` : `one of ${list}`
}

function count(number: string, noun: string): string {
  return `${number} ${number === '1' ? noun : noun.replace(/y$/, 'ie').concat('s')}`
}

function shown(value: Json | undefined): string {
  if (value === undefined || isObject(value) || isArray(value)) return ''
  const text = String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
