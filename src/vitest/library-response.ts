/** A response of an HTTP library. If the response refers to its request, also contains the request. */
export interface LibraryResponse {
  readonly request?: Readonly<Record<string, unknown>>
  readonly response: Readonly<Record<string, unknown>>
}

/**
 * Reads a response of axios, superagent (used by supertest) or `undici.request`. Returns undefined for other values.
 * Recognizes the libraries by the properties of their responses, so they need not be installed.
 */
export function libraryResponse(value: unknown): LibraryResponse | undefined {
  if (!isRecord(value)) return undefined
  if (isRecord(value['config']) && 'data' in value) return fromAxios(value, value['config'])
  if (isRecord(value['request']) && typeof value['text'] === 'string') return fromSuperagent(value, value['request'])
  if (typeof value['statusCode'] === 'number' && typeof value['status'] !== 'number')
    return { response: { ...value, status: value['statusCode'] } }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

function fromAxios(value: Fields, config: Fields): LibraryResponse {
  const { status, headers, data } = value
  const response = { status, headers, body: data }
  const { method, baseURL = '', url = '' } = config
  if (typeof method !== 'string') return { response }
  // axios makes the query from `params`, so only the sent request contains the complete URL.
  const { path, responseURL } = isRecord(value['request']) ? value['request'] : {}
  const joined = /^[a-z]+:/i.test(String(url))
    ? url
    : `${String(baseURL).replace(/\/$/, '')}/${String(url).replace(/^\//, '')}`
  return {
    request: { method, url: path ?? responseURL ?? joined, headers: config['headers'], body: config['data'] },
    response,
  }
}

function fromSuperagent(value: Fields, sent: Fields): LibraryResponse {
  const { status, headers, text } = value
  const response = { status, headers, body: text }
  const { method, url } = sent
  if (typeof method !== 'string' || typeof url !== 'string') return { response }
  return { request: { method, url, headers: sent['header'], body: sent['_data'] }, response }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
