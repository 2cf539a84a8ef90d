import type { Case } from '../cases/case.ts'
import { decodeContent } from '../exchanges/decode-content.ts'
import type { RawAnswer, RawRequest, TransportFailure } from '../exchanges/exchange.ts'
import { HTTP_LIMITS } from '../exchanges/http-client.ts'
import type { Target } from './target.ts'

export interface FetchTargetOptions extends Pick<Target, 'name' | 'baseUrl' | 'shows'> {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly states?: Target['states']
  readonly credentials?: Target['credentials']
  readonly roles?: Target['roles']
  readonly maxBytes?: number
}

/**
 * Creates a target that calls a `fetch` function with each request and opens no port. A `fetch` function takes a
 * `Request` object. If a `Request` cannot express the request of a case, the case is not applicable.
 */
export function fetchTarget({ fetch, maxBytes = HTTP_LIMITS.maxBytes, ...facts }: FetchTargetOptions): Target {
  const { name, baseUrl, shows, states, credentials, roles } = facts
  return {
    name,
    baseUrl,
    shows,
    ...(states === undefined ? {} : { states }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(roles === undefined ? {} : { roles }),
    hides: hiddenByFetch,
    send: (request) => sendThrough(fetch, request, baseUrl, maxBytes),
  }
}

async function sendThrough(
  fetch: FetchTargetOptions['fetch'],
  request: RawRequest,
  baseUrl: string,
  maxBytes: number,
): Promise<RawAnswer | TransportFailure> {
  const carried = requestOf(request, baseUrl)
  if (typeof carried === 'string') return { kind: 'malformed', message: carried }
  try {
    const response = await fetch(carried)
    const body = await bytesOf(response, maxBytes)
    if ('kind' in body) return body
    return await decodeContent({ status: response.status, headers: [...response.headers], body: body.bytes }, maxBytes)
  } catch {
    return { kind: 'reset', message: 'the fetch of the target threw an error' }
  }
}

function requestOf({ method, target, headers, body }: RawRequest, baseUrl: string): Request | string {
  const url = new URL(baseUrl).origin + target
  if (new URL(url).pathname + new URL(url).search !== target) return '`fetch` normalizes this path'
  try {
    return new Request(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      redirect: 'manual',
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    })
  } catch {
    return `\`fetch\` cannot send this ${method}`
  }
}

async function bytesOf(response: Response, maxBytes: number): Promise<{ bytes: Uint8Array } | TransportFailure> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) return { kind: 'too-large', message: `the response is larger than ${maxBytes} bytes` }
    chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks) }
}

const FORBIDDEN_METHODS: readonly string[] = ['CONNECT', 'TRACE', 'TRACK']
const DOT_SEGMENT = /^(\.|%2e){1,2}$/i

/** Returns why a `Request` object cannot express the request of a case. Returns undefined if it can. */
export function hiddenByFetch({ method, operation, send }: Case): string | undefined {
  const used = method ?? operation.method
  if (FORBIDDEN_METHODS.includes(used)) return `\`fetch\` cannot send ${used}`
  const hasBody = send.raw !== undefined || send.body !== undefined
  if (hasBody && (used === 'GET' || used === 'HEAD')) return `\`fetch\` cannot send a body with ${used}`
  if (Object.values(send.path ?? {}).some((value) => typeof value === 'string' && DOT_SEGMENT.test(value))) {
    return '`fetch` removes dot segments from a path'
  }
  const names = Object.keys(send.headers ?? {}).map((name) => name.toLowerCase())
  if (names.includes('host')) return '`fetch` sets the host itself'
  if (new Set(names).size < names.length) return '`fetch` joins repeated headers'
  return undefined
}
