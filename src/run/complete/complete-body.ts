import type { Demand } from '../../evidence/execution.ts'
import { freshBody } from '../../journeys/fresh-body.ts'
import { wordsOf } from '../../journeys/words.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'
import { isJson } from '../../operations/media-types.ts'
import { isDangerousName, isDangerousValue, isReferenceName, isSwitchName } from './dangerous-words.ts'
import type { RefusedField } from './refused-fields.ts'

/** A new body for a refused request. `demands` lists the requirements of the server that this body satisfies. */
export interface CompletedBody {
  readonly body: JsonObject
  readonly demands: readonly Demand[]
}

export interface Completing {
  /** A short text of letters and digits that differs in each request. */
  readonly unique: string
  /** True if the gate is allowed to replace values in the body. False if the case tests one of them. */
  readonly mayReplace: boolean
}

/**
 * Returns a body that the server may accept after a refusal. Adds missing properties, replaces refused values, and
 * changes values that must be unique. Returns undefined if there is nothing to change.
 */
export function completeBody(
  operation: Operation,
  body: JsonObject,
  refused: readonly RefusedField[],
  by: Completing,
): CompletedBody | undefined {
  const schema = operation.requestBody?.content.find(({ range }) => isJson(range))?.schema
  let completed = body
  const demands: Demand[] = []
  for (const field of refused) {
    const place = placeOf(field, completed, schema)
    if (place === undefined) continue
    const { parent, name, own } = place
    if (isDangerousName(name)) continue
    const current = valueIn(completed, [...parent, name])
    if (current !== undefined && UNIQUENESS.test(field.text)) {
      completed = freshAt(operation, completed, [...parent, name], by)
      continue
    }
    if (current !== undefined && !by.mayReplace) continue
    const value = valueFor(field.text, name, own, current)
    // The gate does not send a guessed number such as 1 as an id, because another user's object may have this id.
    if (value === undefined || (typeof value === 'number' && own === undefined && isReferenceName(name))) continue
    const path = [...parent, name]
    demands.push({
      path,
      value,
      isDocumented: own !== undefined,
      ...(own !== undefined && saysRequired(own) ? { isSaid: true as const } : {}),
      ...(current === undefined ? {} : { instead: current }),
    })
    completed = withValue(completed, path, value)
  }
  return completed === body ? undefined : { body: completed, demands }
}

/**
 * True if the description of a property says when the property is required. Schemas often cannot express such a
 * condition.
 */
function saysRequired({ document, address }: Schema): boolean {
  const { value } = document.resolve(address)
  const description = isObject(value) ? value['description'] : undefined
  return typeof description === 'string' && /\b(?:required|mandatory|must|needed|unless)\b/i.test(description)
}

/** Matches messages which say that another object already has the value. */
const UNIQUENESS = /unique|taken|exist|duplicate|already|in use/i

/**
 * Returns a copy of an object in which the value at a path is replaced. Returns the object unchanged if a part of the
 * path is not an object.
 */
export function withValue(body: JsonObject, [name = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...body, [name]: value }
  const inner = body[name]
  return isObject(inner) ? { ...body, [name]: withValue(inner, rest, value) } : body
}

/** Returns the value at a path. */
export function valueIn(body: Json | undefined, [name, ...rest]: readonly string[]): Json | undefined {
  if (name === undefined) return body
  return isObject(body) && Object.hasOwn(body, name) ? valueIn(body[name], rest) : undefined
}

interface Place {
  /** The path from the body to the object that contains the property. */
  readonly parent: readonly string[]
  readonly name: string
  /** The schema of the property. Undefined if the document does not declare it. */
  readonly own: Schema | undefined
}

/**
 * Finds the property that an error message names. The message may spell the name differently or put other names in
 * front, such as `body`.
 */
function placeOf({ path, text }: RefusedField, body: JsonObject, schema: Schema | undefined): Place | undefined {
  // Frameworks put other names such as `body` before the name of the property.
  for (let start = 0; start < path.length; start += 1) {
    const found = placeUnder(path.slice(start), body, schema)
    if (found !== undefined) return found
  }
  const last = path.at(-1) ?? ''
  const name = last.charAt(0).toLowerCase() + last.slice(1)
  const isMissing = /requir|miss|blank|empty|null|undefined|invalid_type/i.test(text)
  // Reports show this name, so it must look like the name of a property. Any other text may be secret, such as a token.
  return isMissing && name.length <= 40 && /^[a-z]+(?:_?[a-z]+)*\d{0,2}$/i.test(name)
    ? { parent: [], name, own: undefined }
    : undefined
}

function placeUnder(
  [first = '', ...rest]: readonly string[],
  body: Json,
  schema: Schema | undefined,
): Place | undefined {
  if (!isObject(body)) return undefined
  const names = new Set([...Object.keys(body), ...fieldsOf(schema).keys()])
  const words = wordsOf(first).join(' ')
  const name =
    [...names].find((each) => wordsOf(each).join(' ') === words) ??
    [...names].find((each) => words.endsWith(` ${wordsOf(each).join(' ')}`))
  if (name === undefined) return undefined
  const own = schema === undefined ? undefined : propertySchema(schema, name)
  if (rest.length === 0) return { parent: [], name, own }
  const inner = placeUnder(rest, body[name] ?? null, own)
  return inner && { ...inner, parent: [name, ...inner.parent] }
}

/**
 * Returns the body with a new, unique number or top-level text at `path`. With a text, also changes the other texts
 * whose values often must be unique. Returns the body unchanged if `path` leads to another kind of value.
 */
function freshAt(operation: Operation, body: JsonObject, path: readonly string[], { unique }: Completing): JsonObject {
  const value = valueIn(body, path)
  const [name = ''] = path
  if (path.length > 1 || typeof value !== 'string') {
    return typeof value === 'number' ? withValue(body, path, value + (Number.parseInt(unique, 36) % 1000)) : body
  }
  const fresh = freshBody(operation, body, unique, [name])
  return isObject(fresh) ? fresh : body
}

function valueFor(text: string, name: string, own: Schema | undefined, current: Json | undefined): Json | undefined {
  const checker = own === undefined ? undefined : compileSchema(own)
  const isAllowed = (value: Json): boolean =>
    value !== current && (checker === undefined || checker.isValid(value, 'request'))
  const choices = choicesIn(text)
  const harmless = choices.filter((each) => !isDangerousValue(each))
  if (choices.length > 0 && harmless.length === 0) return undefined
  const chosen = [...harmless, ...guesses(text), ...(current === undefined ? [] : guesses(name))].find(isAllowed)
  if (chosen !== undefined) return chosen
  if (current !== undefined) return undefined
  if (own !== undefined) return drawValue(own, { direction: 'request', seed: 1 })
  return guesses(name)[0] ?? (isSwitchName(name) ? false : 'example')
}

/** Returns the allowed values from a message such as `must be one of [a, b]`. */
function choicesIn(text: string): string[] {
  const [, listed = ''] =
    /(?:one of|choices?|allowed values?|accepted values?|options?|enum|values:)[^\w'"`]*(.{1,500})/is.exec(text) ?? []
  return listed
    .replace(/^(?:the |these |following |values:?|are |is )+/i, '')
    .split(/[,|;\n]|\bor\b|' '|" "/)
    .map((each) => each.replaceAll(/["'`[\]()]/g, '').trim())
    .filter((each) => /^[\w.-]{1,60}$/.test(each))
}

/**
 * Guesses valid values from the text of an error message or from a property name, the most likely first. Example: an
 * e-mail address for `email`.
 */
function guesses(text: string): Json[] {
  const [, least] = /(?:at least|minimum(?: of)?|longer than(?: or equal to)?|>=?)\s*(\d{1,3})/i.exec(text) ?? []
  const isLength = /charact|length|long|letters/i.test(text)
  return [
    ...(least !== undefined && isLength ? ['Example-1a'.repeat(20).slice(0, Number(least) + 1)] : []),
    ...(least !== undefined && !isLength ? [Number(least) + 1] : []),
    ...GUESSES.flatMap(([pattern, value]) => (pattern.test(text) ? [value] : [])),
  ]
}

const GUESSES: readonly (readonly [RegExp, Json])[] = [
  [/e-?mail/i, 'somebody@example.com'],
  [/\bur[il]\b|website|link/i, 'https://example.com/'],
  [/uuid|guid/i, '0b54b8f5-5d35-4c5e-9d0a-3f6d2c1e7a90'],
  [/date-?time|timestamp|iso.?8601/i, '2026-01-05T09:00:00Z'],
  [/date/i, '2026-01-05'],
  [/positive|greater than 0|> ?0/i, 1],
  [/integer|\bint\b|number|numeric|decimal|float|amount|price|quantity|count/i, 1],
  // `false` is mostly harmless. An error message must not make the gate switch an option on.
  [/bool/i, false],
  // This telephone number is reserved for fiction, so no real person has it.
  [/phone/i, '+12025550123'],
  [/\barray\b|\blist\b/i, []],
  [/\bobject\b|\bdict/i, {}],
]
