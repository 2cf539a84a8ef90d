import { isObject, type Json, type JsonObject } from '../../json.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import type { Schema } from '../../schemas/schema.ts'

/**
 * Adds a fraction to each number whose schema has a `multipleOf` below 1, such as 0.01. Returns undefined if there is
 * no such number.
 */
export function withFractions(schema: Schema, body: Json): Json | undefined {
  if (!isObject(body)) return undefined
  const changed: JsonObject = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => {
      const property = typeof value === 'number' ? propertySchema(schema, name) : undefined
      const fraction = property && fractionIn(property)
      return typeof value !== 'number' || fraction === undefined ? [] : [[name, value + fraction]]
    }),
  )
  if (Object.keys(changed).length === 0) return undefined
  const other = { ...body, ...changed }
  return compileSchema(schema).isValid(other, 'request') ? other : undefined
}

function fractionIn(schema: Schema): number | undefined {
  const keywords = listKeywords(schema, 'request')
  const step = keywords.find(({ name, instance }) => name === 'multipleOf' && instance === '')?.value
  return typeof step === 'number' && step < 1 ? step : undefined
}
