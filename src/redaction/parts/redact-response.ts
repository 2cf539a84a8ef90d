import type { Document } from '../../document/document.ts'
import { pointer } from '../../document/json-pointer.ts'
import { headerOf, type RawAnswer } from '../../exchanges/exchange.ts'
import { isArray, isObject, isTooDeep, parseExactly, stringifyJson, type Json } from '../../json.ts'
import { responseFor, type Operation } from '../../operations/operation.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { isKnownHeader, shownMediaType, shownName } from '../public-names.ts'
import { typedToken } from '../typed-token.ts'

/** A response that is safe to publish. */
export interface PublishedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

const MOST_ITEMS = 5
const MOST_CHARACTERS = 4_000

/** Returns a response in which the type of each value replaces the value. Documented enum values are kept. */
export function redactResponse(answer: RawAnswer, operation: Operation): PublishedResponse {
  const response = responseFor(operation, answer.status)
  const documented = (response?.headers ?? []).map(({ name }) => name)
  const ranges = (response?.content ?? []).map(({ range }) => range)
  return {
    status: answer.status,
    headers: answer.headers.map(([name, value]) => {
      const shown = isKnownHeader(name, documented) ? name : `<name ${Array.from(name).length}>`
      return [shown, redactHeader(name, value, ranges)] as const
    }),
    body: redactBody(answer, { document: operation.document, enums: enumsOf(operation, answer) }),
  }
}

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE'
const ALLOWED = new RegExp(`^(?:${METHODS})(?:\\s*,\\s*(?:${METHODS}))*$`)

function redactHeader(name: string, value: string, ranges: readonly string[]): string {
  if (name === 'content-type') return shownMediaType(value, ranges) ?? typedToken(value)
  if (name === 'allow' && ALLOWED.test(value)) return value
  return typedToken(value)
}

/** The names and values that may be published because they are in the document. */
interface Shown {
  readonly document: Document
  /** The values of `enum` and `const` for each place in the body. */
  readonly enums: ReadonlyMap<string, readonly Json[]>
}

function redactBody({ body }: RawAnswer, known: Shown): string {
  if (body.byteLength === 0) return ''
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    if (isTooDeep(text)) return `<${body.byteLength} bytes that are nested too deeply>`
    const redacted = stringifyJson(redactValue(parseExactly(text), '', known))
    return redacted.length > MOST_CHARACTERS ? `${redacted.slice(0, MOST_CHARACTERS)} …` : redacted
  } catch {
    return `<${body.byteLength} bytes that are not JSON>`
  }
}

function redactValue(value: Json, at: string, known: Shown): Json {
  if (isArray(value)) {
    const items = value.slice(0, MOST_ITEMS).map((item) => redactValue(item, `${at}/*`, known))
    return value.length > MOST_ITEMS ? [...items, `<${value.length - MOST_ITEMS} more>`] : items
  }
  if (isObject(value)) {
    const times = new Map<string, number>()
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => {
        const shown = shownName(name, known.document)
        const count = (times.get(shown) ?? 0) + 1
        times.set(shown, count)
        return [count === 1 ? shown : `${shown} ${count}`, redactValue(item, at + pointer(name), known)]
      }),
    )
  }
  if (value === null || (known.enums.get(at) ?? []).includes(value)) return value
  return typedToken(value)
}

/** Returns the values of `enum` and `const` in the documented response, for each place in the body. */
function enumsOf(operation: Operation, answer: RawAnswer): ReadonlyMap<string, readonly Json[]> {
  const response = responseFor(operation, answer.status)
  const type = (headerOf(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const media = response?.content.find(({ range }) => range.toLowerCase() === type) ?? response?.content[0]
  const enums = new Map<string, readonly Json[]>()
  if (media?.schema === undefined) return enums
  for (const { name, value, instance } of listKeywords(media.schema, 'response')) {
    const listed = name === 'const' ? [value] : name === 'enum' && isArray(value) ? value : []
    enums.set(instance, [...(enums.get(instance) ?? []), ...listed])
  }
  return enums
}
