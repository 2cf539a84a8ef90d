import createOpenApiClient from 'openapi-fetch'
import type { WrittenRequest } from './sending/fetch.ts'

/** The parts of a request, written as text. */
export interface RequestParts {
  readonly method: string
  /** The path as the document writes it, such as `/orders/{id}`. */
  readonly path: string
  /** The text of each path parameter, by name. */
  readonly inPath: ReadonlyMap<string, string>
  /** The query without `?`. Empty if there is no query. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

interface Init {
  readonly method: string
  readonly headers: Headers
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** Replaces the class `Request`, which would drop a Cookie header and change the bytes of some URLs. */
class CapturedRequest {
  readonly url: string
  readonly init: Init

  constructor(url: string, init: Init) {
    this.url = url
    this.init = init
  }
}

/** The part of openapi-fetch that is used here, without its types for operations. */
type CreateClient = (options: {
  readonly baseUrl: string
  readonly Request: typeof CapturedRequest
  readonly fetch: (request: CapturedRequest) => Promise<Response>
}) => { request(method: string, path: string, init: Readonly<Record<string, unknown>>): Promise<unknown> }

/**
 * Joins the parts of a request with openapi-fetch, without sending the request. The parts are already text, because
 * openapi-fetch does not know the styles and encodings of the document. Answers are not read with openapi-fetch,
 * because it throws a `SyntaxError` for a body that is not JSON.
 */
export async function joinRequest(baseUrl: string, parts: RequestParts): Promise<WrittenRequest> {
  const { method, path, inPath, query, headers, body } = parts
  return new Promise((resolve, reject) => {
    const client = (createOpenApiClient as unknown as CreateClient)({
      baseUrl,
      Request: CapturedRequest,
      fetch: async ({ url, init }) => {
        const named = Object.fromEntries(init.headers)
        resolve({ url: new URL(url).href, method, headers: named, ...(body === undefined ? {} : { body }) })
        return new Response(null, { status: 204 })
      },
    })
    const init = {
      params: { path: {} },
      headers,
      pathSerializer: (url: string) =>
        url.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => inPath.get(name) ?? whole),
      querySerializer: () => query,
      bodySerializer: () => body,
      ...(body === undefined ? {} : { body }),
    }
    client.request(method, path, init).catch(reject)
  })
}
