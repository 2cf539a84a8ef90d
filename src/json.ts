/** A JSON value. Absent and null are two things: an absent member is not in the object. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True for a JSON array. `Array.isArray` alone does not narrow a readonly array out of a union. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/** A value as text: a string as it is, anything else as JSON; absent and null as `otherwise`. */
export function asText(value: Json | undefined, otherwise = ''): string {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? otherwise : JSON.stringify(value)
}
