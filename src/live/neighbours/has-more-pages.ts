import { headerOf } from '../../exchanges/exchange.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Called } from './call-neighbour.ts'

/** Matches the usual names of response fields that announce another page. */
const NEXT = /next|cursor|more/i

/**
 * True if a list has another page. Signs of another page are a link, a field such as `nextCursor`, or as many items as
 * the limit permits.
 */
export function hasMorePages({ headers, body }: Called, count: number, { limit }: JsonObject): boolean {
  if (/rel="?next"?/i.test(headerOf({ headers }, 'link') ?? '')) return true
  if (typeof limit === 'number' && count >= limit) return true
  return isObject(body) && announces(body)
}

function announces(body: JsonObject): boolean {
  return Object.entries(body).some(([name, value]) =>
    NEXT.test(name) ? isSet(value) : isObject(value) && announces(value),
  )
}

/**
 * True if the field announces another page: it contains a cursor, a link, or `true`. An empty text does not announce a
 * page.
 */
function isSet(value: Json): boolean {
  if (isObject(value)) return Object.values(value).some(isSet)
  return value !== null && value !== false && value !== '' && value !== 0
}
