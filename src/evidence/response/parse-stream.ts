import { parseJson, type Json } from '../../json.ts'
import { streamFormat } from '../../operations/media-types.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { ParsedBody } from './parse-answer.ts'

/** The maximum number of items that are parsed, so that long streams do not take too much time. */
const MOST_ITEMS = 1000

/**
 * Parses the items of a stream, in order. `schema` is the schema of the list of items. If `isPartial` is true, the
 * stream was not read to its end, and an incomplete last item is ignored. OpenAPI 3.2.0 §4.14.2.
 */
export function parseStream(
  bytes: Uint8Array,
  { contentType, schema, isPartial }: { contentType: string; schema: Schema | undefined; isPartial: boolean },
): ParsedBody {
  const format = streamFormat(contentType)
  if (format === undefined) return { kind: 'other' }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPartial })
  } catch {
    return { kind: 'unreadable', because: 'the stream is not UTF-8' }
  }
  if (format === 'events') return { kind: 'json', value: eventsIn(text).map((event) => asDocumented(event, schema)) }
  const parts = text.split(format === 'lines' ? /\r?\n/ : '\u001e')
  // If the stream was not read to its end, its last part may be incomplete.
  const complete = (isPartial ? parts.slice(0, -1) : parts).filter((part) => part.trim() !== '').slice(0, MOST_ITEMS)
  const items: Json[] = []
  for (const [index, part] of complete.entries()) {
    const item = parseJson(part)
    if (item === undefined) return { kind: 'unreadable', because: `item ${index + 1} of the stream is not valid JSON` }
    items.push(item)
  }
  return { kind: 'json', value: items }
}

type StreamEvent = Readonly<Record<string, string | number>>

/**
 * Returns the server-sent events in a text. Ignores events without `data`, and a last event that is incomplete. `retry`
 * becomes a number, other fields become strings. HTML §9.2.6, OpenAPI 3.2.0 §4.14.2.
 */
function eventsIn(text: string): StreamEvent[] {
  const events: StreamEvent[] = []
  let fields: Record<string, string | number> = {}
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const line of lines.slice(0, -1)) {
    if (events.length === MOST_ITEMS) break
    if (line === '') {
      if ('data' in fields) events.push(fields)
      fields = {}
      continue
    }
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
    // A line that begins with a colon is a comment.
    if (name === '') continue
    if (name === 'retry') {
      if (/^\d+$/.test(value)) fields['retry'] = Number(value)
    } else fields[name] = name === 'data' && 'data' in fields ? `${fields['data']}\n${value}` : value
  }
  return events
}

/** Returns an event. Parses `data` as JSON if the schema describes the parsed value. If not, `data` stays text. */
function asDocumented(event: StreamEvent, schema: Schema | undefined): Json {
  const parsed = typeof event['data'] === 'string' ? parseJson(event['data']) : undefined
  if (schema === undefined || parsed === undefined || typeof parsed !== 'object') return event
  const faults = compileSchema(schema).check([event], 'response')
  if (faults.length === 0) return event
  const isOfData = faults.some(({ at, keyword }) => at === '/0/data' && keyword.name === 'type')
  const withJson = { ...event, data: parsed }
  return isOfData || compileSchema(schema).isValid([withJson], 'response') ? withJson : event
}
