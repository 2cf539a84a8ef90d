import { pointer, tokens } from '../document/json-pointer.ts'
import { isAlike, sameValue } from '../evidence/same-value.ts'
import type { Execution } from '../evidence/execution.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import { isArray, isObject, stringifyJson, type Json, type JsonObject } from '../json.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { isDateTime } from '../schemas/formats.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import type { Schema } from '../schemas/schema.ts'

const HOUR = 3_600_000

/** Returns a copy of the execution with another response body. */
export function withBody(execution: Execution, body: Json): Execution {
  const { exchange } = execution
  if (exchange === undefined || !isAnswer(exchange.answer)) return execution
  const headers = exchange.answer.headers.filter(([name]) => name !== 'content-length')
  const answer = { ...exchange.answer, headers, body: Buffer.from(stringifyJson(body)) }
  return { ...execution, exchange: { ...exchange, answer } }
}

/**
 * Returns a copy of the execution. In the copy, a later read of the resource returns another value of the property
 * `name`.
 */
export function withLater(execution: Execution, name: string, value: Json | undefined): Execution {
  const { later } = execution
  if (later?.subject == null || !Object.hasOwn(later.subject, name)) return execution
  return { ...execution, later: { ...later, subject: withAltered(later.subject, pointer(name), value) as JsonObject } }
}

/** Returns a copy of a value with `part` at the JSON Pointer `at`. If `part` is undefined, removes the part at `at`. */
export function withAltered(value: Json, at: string, part: Json | undefined): Json {
  const [first, ...rest] = tokens(at)
  if (first === undefined) return part ?? null
  const below = pointer(...rest)
  if (isArray(value))
    return value.map((item, index) => (String(index) === first ? withAltered(item, below, part) : item))
  if (!isObject(value)) return value
  if (rest.length === 0 && part === undefined)
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== first))
  return { ...value, [first]: withAltered(value[first] ?? null, below, part) }
}

/**
 * Returns another valid value, such as a faulty server might return. The new value differs clearly from each value in
 * `unlike`. Returns undefined if no other value is valid.
 */
export function otherValue(schema: Schema, value: Json, unlike: readonly (Json | undefined)[] = []): Json | undefined {
  const checker = compileSchema(schema)
  return candidates(schema, value).find(
    (each) =>
      [value, ...unlike].every((known) => !sameValue(known, each) && !isSpelling(known, each)) &&
      checker.isValid(each, 'response'),
  )
}

function isSpelling(one: Json | undefined, other: Json): boolean {
  return typeof one === 'string' && typeof other === 'string' && !isDateTime(one) && isAlike(one, other)
}

function candidates(schema: Schema, value: Json): Json[] {
  const listed = listKeywords(schema, 'response').find(({ name, instance }) => name === 'enum' && instance === '')
  if (isArray(listed?.value)) return [...listed.value]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'bigint') return [value + 1n, value - 1n]
  if (typeof value === 'number') return [value + 1, value - 1, value * 2, 0]
  if (typeof value === 'string') return otherTexts(value)
  if (isArray(value)) return value.length === 0 ? [] : [value.slice(1), [...value, ...value.slice(0, 1)]]
  if (!isObject(value)) return []
  return Object.keys(value).flatMap((name) => candidatesBelow(value, name))
}

function candidatesBelow(value: JsonObject, name: string): Json[] {
  const inner = value[name]
  if (typeof inner === 'string') return otherTexts(inner).map((each) => ({ ...value, [name]: each }))
  if (typeof inner === 'number') return [{ ...value, [name]: inner + 1 }]
  return typeof inner === 'boolean' ? [{ ...value, [name]: !inner }] : []
}

function otherTexts(text: string): string[] {
  if (isDateTime(text)) return [later(text)]
  // Replaces each letter and digit by the next one, except 9, f and z. An id, even a hexadecimal one, then keeps the
  // form of an id.
  const moved = text.replaceAll(/[0-8a-eg-yA-EG-Y]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 1))
  const digits = text.replaceAll(/[0-8]/g, (sign) => String(Number(sign) + 1))
  const last = text.replace(/[0-9](?=\D*$)/, (sign) => String((Number(sign) + 1) % 10))
  return [moved, digits, last, `${text}x`, `x${text.slice(1)}`]
}

/** Returns a date-time one hour later, with the same offset. */
export function later(text: string): string {
  const offset = /(?:z|[+-]\d\d:\d\d)$/i.exec(text)?.[0] ?? 'Z'
  const wall = Date.parse(`${text.slice(0, text.length - offset.length)}Z`.toUpperCase())
  return Number.isNaN(wall) ? text : new Date(wall + HOUR).toISOString().replace(/\.000Z$|Z$/, '') + offset
}
