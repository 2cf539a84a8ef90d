import { HttpHandler, HttpResponse } from 'msw'
import type { Contract } from './contract.ts'

const ANYWHERE = '[^?#]*'

/** Options of the request handlers for MSW 2. */
export interface HandlersOptions {
  /** Answers the requests. Example: `createSandbox().fetch`, which stores changes of objects. */
  readonly fetch: (url: string, init: ForwardedRequest) => Promise<Response>
  /** The base URL that the tested code uses. Default: every base URL is handled. */
  readonly baseUrl?: string
}

/** A forwarded request. It consists of plain values, because every `fetch` accepts these. */
export interface ForwardedRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** Creates a request handler for each operation and for each token endpoint. */
export function createHandlers(contract: Contract, { fetch, baseUrl }: HandlersOptions): HttpHandler[] {
  const base = baseUrl === undefined ? ANYWHERE : escaped(baseUrl.replace(/\/+$/, ''))
  const handler = (method: string, url: RegExp): HttpHandler =>
    new HttpHandler(method, url, ({ request }) => forward(request, url, fetch))
  const tokenUrls = Object.values(contract.schemes).flatMap((scheme) => ('tokenUrl' in scheme ? [scheme.tokenUrl] : []))
  return [
    ...Object.values(contract.operations).map(({ method, path }) =>
      handler(method, new RegExp(`^${base}(${templatePattern(path)})$`)),
    ),
    ...[...new Set(tokenUrls)].map((url) => handler('POST', tokenPattern(url, baseUrl))),
  ]
}

/** Forwards a request. If `fetch` throws, the answer is a network error. MSW itself would answer with status 500. */
async function forward(request: Request, below: RegExp, fetch: HandlersOptions['fetch']): Promise<Response> {
  const { origin, search } = new URL(request.url)
  const path = below.exec(withoutQuery(request.url))?.[1] ?? ''
  const body = new Uint8Array(await request.arrayBuffer())
  const init = { method: request.method, headers: Object.fromEntries(request.headers) }
  try {
    return await fetch(origin + path + search, body.length === 0 ? init : { ...init, body })
  } catch {
    return HttpResponse.error()
  }
}

/** Returns a regular expression for the URLs of a path template such as `/orders/{id}`. */
function templatePattern(path: string): string {
  return path
    .split(/(\{[^{}]*\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : escaped(part)))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** Returns a regular expression for the token URL. The token URL may be relative to the base URL. */
function tokenPattern(url: string, baseUrl: string | undefined): RegExp {
  if (URL.canParse(url) || baseUrl !== undefined) {
    const { origin, pathname } = new URL(url, baseUrl)
    return new RegExp(`^${escaped(origin)}(${escaped(pathname)})$`)
  }
  return new RegExp(`^${ANYWHERE}(${escaped(url)})$`)
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}
