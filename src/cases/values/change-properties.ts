import { isObject, type Json, type JsonObject } from '../../json.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Keyword, Schema } from '../../schemas/schema.ts'
import { QUOTES } from './edge-case-strings.ts'

/**
 * Adds a fraction to each number whose schema has a `multipleOf` below 1, such as 0.01. Returns undefined if there is
 * no such number.
 */
export function withFractions(schema: Schema, body: Json): Json | undefined {
  return changeProperties(schema, body, (value, keywords) => {
    const step = keywords.find(({ name }) => name === 'multipleOf')?.value
    return typeof value === 'number' && typeof step === 'number' && step < 1 ? value + step : undefined
  })
}

/** Keywords that give a text a form. A text with one of them is not free. */
const FORMS: ReadonlySet<string> = new Set(['format', 'pattern', 'enum', 'const', 'contentEncoding'])

/**
 * Replaces each free text by a text with quotes, markup and non-Latin letters. A text with digits or symbols is not
 * replaced, because it may be a code or an address. Returns undefined if there is no free text.
 */
export function withQuotes(schema: Schema, body: Json): Json | undefined {
  return changeProperties(schema, body, (value, keywords) =>
    typeof value === 'string' && /^[\p{L}\s.,!?'-]*$/u.test(value) && !keywords.some(({ name }) => FORMS.has(name))
      ? QUOTES
      : undefined,
  )
}

/**
 * Changes the properties of a body for which `change` returns a value that the schema of the property allows. Returns
 * undefined if no property changes. The changed body may violate keywords outside its properties.
 */
function changeProperties(
  schema: Schema,
  body: Json,
  change: (value: Json, keywords: readonly Keyword[]) => Json | undefined,
): JsonObject | undefined {
  if (!isObject(body)) return undefined
  const changed: JsonObject = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const property = propertySchema(schema, name)
      if (property === undefined || isServerData(property)) return []
      const keywords = listKeywords(property, 'request').filter(({ instance }) => instance === '')
      const other = change(value, keywords)
      return other === undefined || !compileSchema(property).isValid(other, 'request') ? [] : [[name, other]]
    }),
  )
  return Object.keys(changed).length === 0 ? undefined : { ...body, ...changed }
}

/** True if the value must exist on the server. */
function isServerData({ value }: Schema): boolean {
  return isObject(value) && value['x-server-data'] === true
}
