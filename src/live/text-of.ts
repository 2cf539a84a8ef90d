import { stringifyJson, type Json } from '../json.ts'

/** Returns a value as part of a sentence: a string without quotation marks, any other value as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : stringifyJson(value)
}
