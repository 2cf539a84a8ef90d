import { isArray, isObject, type Json } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { nounOf, wordsOf } from './words.ts'

/** Words at the end of property names. Servers often require that the values of such properties are unique. */
const UNIQUE: ReadonlySet<string> = new Set(
  'name title username login email slug handle key code sku label subject'.split(' '),
)

/**
 * Returns a copy of a request body in which names, e-mail addresses and keys are new, so that the server does not
 * refuse the object as a duplicate. Changes only top-level texts and lists of texts, and only if the body stays valid. `unique` is a short
 * text of letters and digits. `named` are further properties whose values must be new.
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
 * Returns lists of the same length in which every text contains `unique`. Returns none if the list has values other
 * than texts.
 */
function listVariants(list: readonly Json[], unique: string): Json[][] {
  const texts = list.filter((each) => typeof each === 'string')
  if (texts.length === 0 || texts.length < list.length) return []
  return [texts.map((text, index) => `${text}-${unique}${index}`), texts.map((_, index) => `${unique}${index}`)]
}

/** Lists texts that contain `unique`. Later texts are mostly shorter than earlier ones, for schemas with a `maxLength`. */
function variants(value: string, unique: string): string[] {
  if (value.includes('@')) return [value.replace('@', `+${unique}@`), value.replace(/^[^@]*/, unique)]
  return [`${value}-${unique}`, `${value}${unique}`, (value + unique).slice(-Math.max(value.length, 1)), unique]
}
