import { isArray, isObject, type Json } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { nounOf, wordsOf } from './words.ts'

/** If the name of a property ends with one of these words, its value often must be unique. */
const UNIQUE: ReadonlySet<string> = new Set(
  'name title username login email slug handle key code sku label subject'.split(' '),
)

/**
 * Returns a request body with new names, e-mail addresses and keys, so that the server does not refuse it as a
 * duplicate. Changes only top-level texts and lists of texts, and keeps the body valid. `unique` is a short text of
 * letters and digits. `named` lists more properties to change.
 */
export function freshBody(
  { requestBody }: Operation,
  body: Json | undefined,
  unique: string,
  named: readonly string[] = [],
): Json | undefined {
  if (!isObject(body)) return body
  const schemas = requestBody?.content.flatMap(({ schema }) => schema ?? []) ?? []
  let fresh = body
  for (const [name, value] of Object.entries(body)) {
    const isUnique = named.includes(name) || UNIQUE.has(nounOf(wordsOf(name).slice(-1)))
    if (!isUnique) continue
    const changed = (
      isArray(value) ? listVariants(value, unique) : typeof value === 'string' ? variants(value, unique) : []
    )
      .map((text) => ({ ...fresh, [name]: text }))
      .find((each) => schemas.some((schema) => compileSchema(schema).isValid(each, 'request')))
    fresh = changed ?? fresh
  }
  return fresh
}

/**
 * Returns variants of `list` that are as long as `list` and whose texts contain `unique`. Returns no variants if `list`
 * has a value that is not a text.
 */
function listVariants(list: readonly Json[], unique: string): Json[][] {
  const texts = list.filter((each) => typeof each === 'string')
  if (texts.length === 0 || texts.length < list.length) return []
  return [texts.map((text, index) => `${text}-${unique}${index}`), texts.map((_, index) => `${unique}${index}`)]
}

/**
 * Returns texts that contain `unique`. Later texts are mostly shorter, because `maxLength` may forbid the first ones.
 */
function variants(value: string, unique: string): string[] {
  if (value.includes('@')) return [value.replace('@', `+${unique}@`), value.replace(/^[^@]*/, unique)]
  return [`${value}-${unique}`, `${value}${unique}`, (value + unique).slice(-Math.max(value.length, 1)), unique]
}
