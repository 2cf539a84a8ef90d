import type { CallInput } from './check-request.ts'
import type { ContractOperation, ParameterContract, RequestBodyContract } from '../contract.ts'
import { encodeBody, type EncodedBody } from './encode-body.ts'
import { RequestRefused } from '../errors.ts'
import type { WrittenRequest } from '../sending/fetch.ts'
import { joinRequest } from '../openapi-fetch.ts'
import { pointer } from '../pointer.ts'
import { percentEncode, type ParameterStyle } from './serialize-parameter.ts'

type Values = Readonly<Record<string, unknown>>

/** Serializes a request: parameters in their styles, and the body in its media type. */
export async function writeRequest(
  operation: ContractOperation,
  input: CallInput,
  baseUrl: string,
  headers: Readonly<Record<string, string>>,
): Promise<WrittenRequest> {
  const { method, requestBody, responses } = operation
  const accepted = new Set(Object.values(responses).flatMap((response) => Object.keys(response.content)))
  const body =
    input.body === undefined || requestBody === undefined ? undefined : await encoded(requestBody, input.body)
  const cookies = written(operation, 'cookie', input.cookie).map(([, text]) => text)
  const named = {
    ...lowered(headers),
    ...(accepted.size === 0 ? {} : { accept: [...accepted].join(', ') }),
    ...lowered(Object.fromEntries(written(operation, 'header', input.header))),
    ...(body === undefined ? {} : { 'content-type': body.contentType }),
    ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
  }
  const query = written(operation, 'query', input.query).map(([, text]) => text)
  const inPath = new Map(written(operation, 'path', input.path))
  refuseOtherPath(operation, inPath)
  return joinRequest(baseUrl, {
    method,
    path: operation.path,
    inPath,
    query: query.filter((pair) => pair !== '').join('&'),
    headers: named,
    ...(body === undefined ? {} : { body: body.body }),
  })
}

/**
 * Throws if the parameters make a segment of the path empty, `.` or `..`, because the request would then go to another
 * path.
 */
function refuseOtherPath({ id, path }: ContractOperation, inPath: ReadonlyMap<string, string>): void {
  for (const segment of path.split('/')) {
    const [, name] = /\{([^{}]*)\}/.exec(segment) ?? []
    if (name === undefined) continue
    const text = segment.replaceAll(/\{([^{}]*)\}/g, (_whole, each: string) => inPath.get(each) ?? '')
    if (!/^\.{0,2}$/.test(text)) continue
    throw new RequestRefused(id, {
      pointer: pointer('parameters', name),
      at: pointer('path', name),
      expected: 'a path segment',
    })
  }
}

function encoded(requestBody: RequestBodyContract, body: unknown): Promise<EncodedBody> {
  const { contentType, encodings = {}, encode, json = JSON } = requestBody
  if (encode !== undefined) return encode(contentType, body, encodings, JSON.stringify)
  return encodeBody(contentType, body, json.stringify)
}

/** Serializes the parameters of one location (path, query, header or cookie). Leaves out parameters without a value. */
function written(
  { id, parameters }: ContractOperation,
  place: ParameterContract['in'],
  values: Values = {},
): (readonly [name: string, text: string])[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const declared = parameters.find((each) => each.in === place && each.name === name)
      if (declared === undefined) throw undocumented(id, place, name)
      const { serialize } = declared
      if (serialize !== undefined) return [name, serialize(styleOf(declared), value, jsonOf)] as const
      return [name, percentEncode(typeof value === 'string' ? value : jsonOf(value))] as const
    })
}

function jsonOf(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value)
}

function undocumented(id: string, place: string, name: string): RequestRefused {
  const words = 'is not a documented parameter'
  return new RequestRefused(id, { pointer: '/parameters', at: pointer(place, name), expected: 'no such field', words })
}

/** Returns the style of a parameter, including the defaults. OpenAPI 3.1.1 §4.8.12.2. */
function styleOf(parameter: ParameterContract): ParameterStyle {
  const { in: place, style = place === 'path' || place === 'header' ? 'simple' : 'form' } = parameter
  return { allowReserved: false, ...parameter, style, explode: parameter.explode ?? style === 'form' }
}

function lowered(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
