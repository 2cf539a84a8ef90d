import type { Case } from '../cases/case.ts'
import { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { pathLiteral } from '../operations/path-literal.ts'
import { serializeParameter, type Written } from '../operations/serialize-parameter.ts'
import { acceptHeader } from './accept-header.ts'
import { proofOf, type Proof } from './apply-credential.ts'
import type { TokenSource } from './credentials.ts'
import { contentTypeHeader, encodeBody } from './encode-body.ts'
import type { RawRequest } from './exchange.ts'
import type { Credential } from './target.ts'

export interface BuildRequest {
  readonly case: Case
  /** The case's values with every literal resolved, those of the provider state's path among them. */
  readonly sent: {
    readonly path: JsonObject
    readonly query: JsonObject
    readonly headers: JsonObject
    readonly body?: Json
  }
  readonly credential: Credential
  readonly credentials: TokenSource
  /** Of the target; its path is kept in front. */
  readonly baseUrl: string
}

/**
 * The bytes of a case. Same case, same values, same bytes, but for credentials. Throws `bad-argument` for a path
 * parameter without a value, `bad-config` and `credentials-refused` where nobody can say who sends.
 */
export async function buildRequest({
  case: aCase,
  sent,
  credential,
  credentials,
  baseUrl,
}: BuildRequest): Promise<RawRequest> {
  const { operation } = aCase
  const proof = await proofOf({ operation, role: aCase.as, credential, tokens: credentials })
  const body = bodyOf(aCase, sent.body)
  return {
    method: aCase.method ?? operation.method,
    target: withQuery(basePath(baseUrl) + pathOf(operation, sent.path), queryOf(operation, sent.query, proof.query)),
    headers: headersOf(aCase, sent.headers, proof, body !== undefined),
    ...(body === undefined ? {} : { body }),
  }
}

function basePath(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/+$/, '')
}

/** OpenAPI lets no path have a query of its own; where a document has one all the same, the other pairs join it. */
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
        next: `give one: --param ${name}=…, an example in the document, or a provider state`,
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

/** Accept, content type, the case's own in the document's order, credentials, cookies: in this order, always. */
function headersOf(aCase: Case, values: JsonObject, proof: Proof, hasBody: boolean): RawRequest['headers'] {
  const { parameters } = aCase.operation
  const own = inOrder(parameters, 'header', values).map(
    ([name, value]) => [name, serializeParameter(parameterOf(parameters, 'header', name, 'simple'), value)] as const,
  )
  const isCookie = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'cookie'
  // RFC 6265 §5.4: all cookies stand in one header.
  const cookies = [...own.filter(isCookie).map(([, value]) => value), ...proof.cookies]
  const given = new Set(own.map(([name]) => name.toLowerCase()))
  const defaults: (readonly [string, string])[] = [['Accept', acceptHeader(aCase.operation)]]
  if (hasBody && aCase.withoutContentType !== true)
    defaults.push(['Content-Type', contentTypeHeader(contentTypeOf(aCase))])
  return [
    ...defaults.filter(([name]) => !given.has(name.toLowerCase())),
    ...own.filter((header) => !isCookie(header)),
    ...proof.headers,
    ...(cookies.length === 0 ? [] : [['Cookie', cookies.join('; ')] as const]),
  ]
}

/** Declared parameters in the document's order, then the others in theirs. Header names compare without case. */
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

function contentTypeOf({ send, operation }: Case): string {
  if (send.contentType !== undefined) return send.contentType
  const ranges = (operation.requestBody?.content ?? [])
    .map(({ range }) => range)
    .filter((range) => !range.includes('*'))
  return ranges.find((range) => /[/+]json\b/i.test(range)) ?? ranges[0] ?? 'application/json'
}

function bodyOf(aCase: Case, body: Json | undefined): Uint8Array | undefined {
  if (aCase.send.raw !== undefined) return Buffer.from(aCase.send.raw)
  return body === undefined ? undefined : encodeBody(contentTypeOf(aCase), body)
}
