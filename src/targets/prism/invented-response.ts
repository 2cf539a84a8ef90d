import { headerOf, type RawAnswer } from '../../exchanges/exchange.ts'
import { isObject, parseJson } from '../../json.ts'
import { isJson } from '../../operations/media-types.ts'

const PRISM_ERROR = 'https://stoplight.io/prism/errors#'

/** Error codes at `/error/code` in responses of Micri, the HTTP server inside Prism. */
const MICRI_CODES: ReadonlySet<string> = new Set([
  'invalid_json',
  'invalid_body',
  'request_entity_too_large',
  'internal_server_error',
])

/**
 * Returns why a response proves nothing: Prism made it up. Returns undefined if the response comes from the document.
 */
export function inventedByPrism(answer: RawAnswer): string | undefined {
  const body = isJson(headerOf(answer, 'content-type') ?? '')
    ? parseJson(Buffer.from(answer.body).toString())
    : undefined
  if (!isObject(body)) return undefined
  const { type, error } = body
  if (typeof type === 'string' && type.startsWith(PRISM_ERROR)) {
    const name = /^\w{1,60}/.exec(type.slice(PRISM_ERROR.length))?.[0] ?? 'an unknown error'
    return `Prism made up this ${answer.status}: ${name}`
  }
  if (isObject(error) && typeof error['code'] === 'string' && MICRI_CODES.has(error['code'])) {
    return `Prism's HTTP server made up this ${answer.status}: ${error['code']}`
  }
  return undefined
}
