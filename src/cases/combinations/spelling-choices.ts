import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Choice } from './dimension.ts'

/**
 * Different ways to write the same instant. RFC 3339 §5.6 allows all of them, but servers often handle some of them
 * wrongly.
 */
const SPELLINGS: readonly JsonObject[] = [
  { zone: 'Z' },
  { zone: '+00:00' },
  { zone: '-00:00' },
  { zone: '+05:45' },
  { zone: '-09:30' },
  { zone: '+14:00' },
  { zone: '-12:00' },
  { zone: 'Z', lower: true },
  { fraction: '5' },
  { fraction: '000' },
  { zone: '+05:45', fraction: '123456', lower: true },
]

/**
 * Returns different ways to write the same value: an instant with other offsets, or a UUID in upper case (RFC 9562 §4).
 * Returns an empty list for other formats.
 */
export function spellingChoices(format: Json | undefined): Choice[] {
  const asGiven = { name: 'as-given', rewrite: (value: Json) => value }
  if (format === 'date-time') {
    return [
      asGiven,
      ...SPELLINGS.map((spelling) => ({
        name: Object.values(spelling).map(String).join('-'),
        rewrite: (value: Json) => respelled(value, spelling),
      })),
    ]
  }
  return format === 'uuid' ? [asGiven, { name: 'upper-case', rewrite: inUpperCase }] : []
}

function respelled(value: Json, spelling: JsonObject): Json {
  const inner = isObject(value) && '$instant' in value ? value : { $instant: value }
  return { ...inner, ...spelling }
}

function inUpperCase(value: Json): Json {
  if (typeof value === 'string') return value.toUpperCase()
  return isObject(value) && '$state' in value ? { ...value, as: 'upper' } : value
}
