import { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { isJson } from '../operations/media-types.ts'
import { pathLiteral } from '../operations/path-literal.ts'
import { serializeParameter, type Written } from '../operations/serialize-parameter.ts'
import { acceptHeader } from './accept-header.ts'
import { proofOf } from './credentials/apply-credential.ts'
import type { TokenExchange } from './credentials/credentials.ts'
import { encodeBody } from './encode-body.ts'
import type { EncodedBody } from '../client/requests/encode-body.ts'
import type { RawRequest } from './exchange.ts'
import type { AppliedCredential, Credential } from './credentials/credential.ts'
import type { PreparedRequest } from './prepared-request.ts'

/** The credentials for a request, and the server that gets it. */
export interface RequestContext {
  readonly credential: Credential
  readonly tokens: TokenExchange
  /** The base URL of the target. Its path comes before the path of the operation. */
  readonly baseUrl: string
}

/**
 * Serializes a request. Equal arguments give equal bytes, except for credentials. Throws `bad-argument` if a path
 * parameter has no value, `bad-config` if the operation does not accept the credential, and `credentials-refused` if no
 * token was issued.
 */
export async function buildRequest(
  prepared: PreparedRequest,
  { credential, tokens, baseUrl }: RequestContext,
): Promise<RawRequest> {
  const { operation, role, access, method = operation.method, path, query } = prepared
  const proof = await proofOf({ operation, role, credential, tokens, ...(access === undefined ? {} : { access }) })
  const encoded = await bodyOf(prepared)
  return {
    method,
    target: withQuery(basePath(baseUrl) + pathOf(operation, path), queryOf(operation, query, proof.query)),
    headers: headersOf(prepared, proof, encoded?.contentType),
    ...(encoded === undefined ? {} : { body: Buffer.from(encoded.body) }),
  }
}

function basePath(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/+$/, '')
}

/** Adds the query to a path. The path may already contain a query, although OpenAPI forbids this. */
function withQuery(path: string, query: string): string {
  return query === '' ? path : path + (path.includes('?') ? '&' : '?') + query
}

function pathOf({ path, parameters, id }: Operation, values: JsonObject): string {
  const [sent = ''] = path.split('#')
  const parts = sent.split(/\{([^{}]*)\}/)
  return parts.map((part, index) => (index % 2 === 0 ? pathLiteral(part) : valueInPath(part))).join('')

  function valueInPath(name: string): string {
    const value = values[name]
    if (value === undefined) {
      throw new ContractError('bad-argument', {
        what: `the path parameter ${name} of ${id} has no value`,
        next: `give a value for ${name} with --param ${name}=…, an example in the document, or a provider state`,
      })
    }
    return serializeParameter(parameterOf(parameters, 'path', name, 'simple'), value)
  }
}

function queryOf({ parameters }: Operation, values: JsonObject, proof: readonly string[]): string {
  const pairs = inOrder(parameters, 'query', values).map(([name, value]) =>
    serializeParameter(parameterOf(parameters, 'query', name, 'form'), value),
  )
  return [...pairs, ...proof].filter((pair) => pair !== '').join('&')
}

/** Returns the headers in a fixed order: Accept, Content-Type, other headers, credentials, cookies. */
function headersOf(
  prepared: PreparedRequest,
  proof: AppliedCredential,
  contentType: string | undefined,
): RawRequest['headers'] {
  const { parameters } = prepared.operation
  const own = inOrder(parameters, 'header', prepared.headers).map(
    ([name, value]) => [name, serializeParameter(parameterOf(parameters, 'header', name, 'simple'), value)] as const,
  )
  const isCookie = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'cookie'
  // All cookies must be in one header. RFC 6265 §5.4.
  const cookies = [...own.filter(isCookie).map(([, value]) => value), ...proof.cookies]
  const given = new Set(own.map(([name]) => name.toLowerCase()))
  const defaults: (readonly [string, string])[] =
    prepared.withoutAccept === true ? [] : [['Accept', acceptHeader(prepared.operation)]]
  if (contentType !== undefined && prepared.withoutContentType !== true) defaults.push(['Content-Type', contentType])
  return [
    ...defaults.filter(([name]) => !given.has(name.toLowerCase())),
    ...own.filter((header) => !isCookie(header)),
    ...proof.headers,
    ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as const]),
  ]
}

/**
 * Sorts parameters: first the documented ones in document order, then the others. In the names of headers, upper and
 * lower case do not matter.
 */
function inOrder(parameters: readonly Parameter[], place: Parameter['in'], values: JsonObject): [string, Json][] {
  const rank = (name: string): number => {
    const index = parameters.findIndex((each) => each.in === place && sameName(each.name, name, place))
    return index === -1 ? parameters.length : index
  }
  return Object.entries(values).toSorted(([one], [other]) => rank(one) - rank(other))
}

function parameterOf(parameters: readonly Parameter[], place: Parameter['in'], name: string, style: string): Written {
  const declared = parameters.find((each) => each.in === place && sameName(each.name, name, place))
  return declared ?? { name, in: place, style, explode: style === 'form', allowReserved: false }
}

function sameName(one: string, other: string, place: Parameter['in']): boolean {
  return place === 'header' ? one.toLowerCase() === other.toLowerCase() : one === other
}

function contentTypeOf({ contentType, operation }: PreparedRequest): string {
  if (contentType !== undefined) return contentType
  const ranges = (operation.requestBody?.content ?? [])
    .map(({ range }) => range)
    .filter((range) => !range.includes('*'))
  return ranges.find((range) => isJson(range)) ?? ranges[0] ?? 'application/json'
}

async function bodyOf(prepared: PreparedRequest): Promise<EncodedBody | undefined> {
  const { raw, body, operation } = prepared
  const contentType = contentTypeOf(prepared)
  if (raw === undefined) return body === undefined ? undefined : encodeBody(contentType, body, operation.requestBody)
  const isMultipart = /^multipart\/form-data\s*$/i.test(contentType)
  return { contentType: isMultipart ? `${contentType}; boundary=${NO_BOUNDARY}` : contentType, body: raw }
}

/** The multipart boundary of bodies that are sent as raw text. The text does not contain this boundary. */
const NO_BOUNDARY = 'contract-gate-none'
