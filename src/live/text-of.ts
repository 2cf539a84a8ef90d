import { stringifyJson, type Json } from '../json.ts'

/** Writes a value for a sentence: a text without quotation marks, any other value as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : stringifyJson(value)
}
