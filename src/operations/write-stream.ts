import { asText, isObject, stringifyJson, type Json } from '../json.ts'
import type { StreamFormat } from './media-types.ts'

/** Writes a list of items as a stream. With the format `events`, each item becomes a server-sent event. */
export function writeStream(items: readonly Json[], format: StreamFormat): string {
  if (format === 'events') return items.map(writeEvent).join('')
  return items.map((item) => `${format === 'sequence' ? '\u001e' : ''}${stringifyJson(item)}\n`).join('')
}

function writeEvent(item: Json): string {
  const fields = isObject(item) ? Object.entries(item) : [['data', item] as const]
  const text = (value: Json): string => (typeof value === 'object' ? stringifyJson(value) : asText(value))
  const lines = fields.flatMap(([name, value]) =>
    text(value)
      .split(/\r\n|\r|\n/)
      .map((line) => `${name}: ${line}\n`),
  )
  return `${lines.join('')}\n`
}
