import type { Arbitrary } from 'fast-check'
import { ContractError } from '../../errors.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { arbitraryOf } from '../../schemas/draw/arbitrary-of.ts'
import type { Schema } from '../../schemas/schema.ts'

/** Returns a generator of valid values of a schema. Returns undefined if no valid value is found. */
export function arbitraryIfAny(schema: Schema): Arbitrary<Json> | undefined {
  try {
    return arbitraryOf(schema, 'request')
  } catch (error) {
    if (error instanceof ContractError && error.code === 'no-valid-value') return undefined
    throw error
  }
}

/** Wraps a random value that looks like a placeholder, such as `{ $time: … }`, so that it is sent unchanged. */
export function verbatim(value: Json): Json {
  return looksLiteral(value) ? { $json: value } : value
}

function looksLiteral(value: Json): boolean {
  if (isArray(value)) return value.some(looksLiteral)
  return isObject(value) && Object.entries(value).some(([name, each]) => name.startsWith('$') || looksLiteral(each))
}
