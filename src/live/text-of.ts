import { stringifyJson, type Json } from '../json.ts'

/** A value as a person writes it: a text without quotes, anything else as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : stringifyJson(value)
}
