import createOpenApiClient from 'openapi-fetch'
import type { CallInput } from './check-request.ts'
import type { ContractOperation } from './contract.ts'
import type { WrittenRequest } from './fetch.ts'

/** The untyped part of an openapi-fetch client. */
type CreateClient = (options: {
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: (request: Request) => Promise<Response>
}) => { request(method: string, path: string, init: Readonly<Record<string, unknown>>): Promise<unknown> }

/**
 * Serializes a request with openapi-fetch (used only here) without sending it. The client reads answers itself, because
 * openapi-fetch throws a SyntaxError for invalid bodies.
 */
export async function writeRequest(
  operation: ContractOperation,
  input: CallInput,
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<WrittenRequest> {
  const { method, path, requestBody, responses } = operation
  const { body } = input
  const accepted = new Set(Object.values(responses).flatMap((response) => Object.keys(response.content)))
  const written = await new Promise<WrittenRequest>((resolve, reject) => {
    const client = (createOpenApiClient as unknown as CreateClient)({
      baseUrl,
      headers: {
        ...headers,
        ...(accepted.size === 0 ? {} : { accept: [...accepted].join(', ') }),
        ...(body === undefined || requestBody === undefined ? {} : { 'content-type': requestBody.contentType }),
      },
      fetch: async (request) => {
        const text = await request.text()
        resolve({
          url: request.url,
          method: request.method,
          headers: Object.fromEntries(request.headers),
          ...(body === undefined ? {} : { body: text }),
        })
        return new Response(null, { status: 204 })
      },
    })
    const params = { path: input.path, query: input.query, header: input.header }
    // By default it serializes text as JSON.
    const bodySerializer =
      typeof body === 'string' && !isJson(requestBody?.contentType) ? { bodySerializer: String } : {}
    const init = { params, ...bodySerializer, ...(body === undefined ? {} : { body }) }
    client.request(method, path, init).catch(reject)
  })
  return written
}

function isJson(contentType = ''): boolean {
  return /[/+]json\b/.test(contentType)
}
