import type { WrittenRequest } from '../../client/sending/fetch.ts'

/**
 * Builds a request from its parts, like `src/client/openapi-fetch.ts`, but does not need the package openapi-fetch.
 * Generated code with the layout `standalone` uses this function.
 */
export async function joinRequest(
  baseUrl: string,
  parts: {
    readonly method: string
    readonly path: string
    readonly inPath: ReadonlyMap<string, string>
    readonly query: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string | Uint8Array<ArrayBuffer>
  },
): Promise<WrittenRequest> {
  const { method, inPath, query, headers, body } = parts
  const path = parts.path.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => inPath.get(name) ?? whole)
  const url = new URL(baseUrl.replace(/\/$/, '') + path + (query === '' ? '' : `?${query}`)).href
  return { url, method, headers, ...(body === undefined ? {} : { body }) }
}
