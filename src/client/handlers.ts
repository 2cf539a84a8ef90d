import { HttpHandler, HttpResponse } from 'msw'
import type { Contract } from './contract.ts'

const ANYWHERE = '[^?#]*'

/** How handlers of MSW 2 are made from a contract. */
export interface HandlersOptions {
  /** Answers in the API's stead, for instance `createSandbox().fetch`: what it remembers, the handlers remember. */
  readonly fetch: (url: string, init: ForwardedRequest) => Promise<Response>
  /** Where the code under test believes the API to be. Default: anywhere. */
  readonly baseUrl?: string
}

/** A request as it is handed over: plain values, so that any `fetch` of any realm takes it. */
export interface ForwardedRequest {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: Uint8Array<ArrayBuffer>
}

/** One handler for each operation, and one for each token endpoint; other requests are left to other handlers. */
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

/** A failure below stays a failure of the network: MSW would make an answer of 500 of it. */
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

/** `/orders/{id}` as it may stand in a URL. */
function templatePattern(path: string): string {
  return path
    .split(/(\{[^{}]*\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : escaped(part)))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** Where the client asks for tokens: the document's URL, resolved against the base. */
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
