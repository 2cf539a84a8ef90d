import createOpenApiClient from 'openapi-fetch'
import type { WrittenRequest } from './sending/fetch.ts'

/** The parts of a request, already serialized as text. */
export interface RequestParts {
  readonly method: string
  /** The path in the document, such as `/orders/{id}`. */
  readonly path: string
  /** The text of each path parameter. */
  readonly inPath: ReadonlyMap<string, string>
  /** The text of the query without `?`. Empty if there is no query. */
  readonly query: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

interface Init {
  readonly method: string
  readonly headers: Headers
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/**
 * openapi-fetch gets this class instead of the class `Request`. `Request` removes Cookie headers and changes some URLs.
 */
class CapturedRequest {
  readonly url: string
  readonly init: Init

  constructor(url: string, init: Init) {
    this.url = url
    this.init = init
  }
}

/** The type of `createClient` of openapi-fetch, reduced to the parts that are used here. */
type CreateClient = (options: {
  readonly baseUrl: string
  readonly Request: typeof CapturedRequest
  readonly fetch: (request: CapturedRequest) => Promise<Response>
}) => { request(method: string, path: string, init: Readonly<Record<string, unknown>>): Promise<unknown> }

/**
 * Builds a request with openapi-fetch, but does not send it. The parts are already serialized, because openapi-fetch
 * does not support all styles and encodings. openapi-fetch is not used for reading answers, because it throws a
 * `SyntaxError` for a body that is not JSON.
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
