import type { ContractOperation, Mismatch, RequestBodyContract } from '../contract.ts'
import { isBytes, isForm } from './encode-body.ts'
import { RequestRefused } from '../errors.ts'
import { unescaped } from '../in-words.ts'
import { findNonJson } from '../answers/json-value.ts'
import { pointer } from '../pointer.ts'
import { isJsonType } from './serialize-parameter.ts'

/** The parameters, body and options of one call. */
export interface CallInput {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
  readonly cookie?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** Throws `RequestRefused` if the document does not allow the request. */
export function checkRequest(operation: ContractOperation, input: CallInput): void {
  checkParameters(operation, input)
  if (operation.requestBody === undefined) {
    if (input.body === undefined) return
    throw new RequestRefused(operation.id, {
      pointer: '/requestBody',
      at: '',
      expected: 'no body',
      words: 'is not part of the request',
    })
  }
  checkBody(operation, input.body)
}

/** Throws `RequestRefused` if the document does not allow the body, or if the media type cannot represent the body. */
export function checkBody(operation: ContractOperation, body: unknown): void {
  const { requestBody, id } = operation
  if (requestBody === undefined) return
  if (body === undefined) {
    if (!requestBody.required) return
    throw new RequestRefused(id, {
      pointer: '/requestBody/required',
      at: '',
      expected: 'a body',
      words: 'is missing',
    })
  }
  const schema = `${pointer('requestBody', 'content', requestBody.contentType)}/schema`
  const unsendable = findUnsendable(requestBody, body)
  if (unsendable !== undefined) throw new RequestRefused(id, { pointer: schema, ...unsendable })
  // The schema of a binary value has the type string. This type cannot describe bytes, so violations by binary values
  // are ignored.
  const [first] = (requestBody.check?.(body) ?? []).filter(({ at }) => !isBytes(valueAt(body, at)))
  if (first !== undefined) throw new RequestRefused(id, { ...first, pointer: schema + first.keyword })
  if (requestBody.partial && typeof body === 'object' && body !== null && Object.keys(body).length === 0) {
    throw new RequestRefused(id, {
      pointer: '/x-update',
      at: '',
      expected: 'at least one field to change',
      words: 'changes no field',
    })
  }
}

/**
 * Searches a body for parts that its media type cannot represent, and returns the first. A body of XML or a similar
 * type must be text or bytes.
 */
function findUnsendable(
  { contentType, json }: RequestBodyContract,
  body: unknown,
): { readonly at: string; readonly expected: string } | undefined {
  const isText = !isJsonType(contentType) && !isForm(contentType)
  if (contentType.includes('*') && !(body instanceof Blob && isUnder(body.type, contentType)))
    return { at: '', expected: `a Blob with a media type under ${contentType}` }
  if (isText && isBytes(body)) return undefined
  if (isText && typeof body === 'object') return { at: '', expected: `a text or a Blob: ${contentType}` }
  const isMultipart = contentType.toLowerCase().startsWith('multipart/')
  const isBigint = (value: unknown): boolean => json !== undefined && typeof value === 'bigint'
  const nonJson = findNonJson(body, '', isMultipart ? isBytes : isBigint)
  return nonJson === undefined ? undefined : { at: nonJson.at, expected: `a JSON value, not ${nonJson.found}` }
}

/** True if a media type belongs to a range such as `image/*`. */
function isUnder(contentType: string, range: string): boolean {
  return contentType.startsWith(range.toLowerCase().replace(/\*.*$/, '')) && contentType !== ''
}

function valueAt(body: unknown, at: string): unknown {
  let value = body
  for (const token of at.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[unescaped(token)]
  }
  return value
}

function checkParameters(operation: ContractOperation, input: CallInput): void {
  const given = Object.fromEntries(
    (['path', 'query', 'header', 'cookie'] as const).map((place) => [place, defined(input[place])]),
  )
  const [first] = operation.checkParameters?.(given) ?? []
  if (first !== undefined) {
    throw new RequestRefused(operation.id, { ...first, pointer: parameterPointer(operation, first) })
  }
}

function defined(members: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members ?? {}).filter(([, value]) => value !== undefined))
}

/**
 * Returns the JSON Pointer of the clause that a parameter violates. The check treats all parameters as one object, so a
 * pointer into this object is translated into a pointer into the document.
 */
function parameterPointer(operation: ContractOperation, mismatch: Mismatch): string {
  const [, place, name = '', rest = ''] =
    /^\/properties\/([^/]+)\/(?:properties|required)\/([^/]+)(.*)$/.exec(mismatch.keyword) ?? []
  if (place === undefined) return '/parameters'
  const required = mismatch.keyword.startsWith(`/properties/${place}/required/`)
  const named = operation.parameters.filter((parameter) => pointer(parameter.name) === `/${name}`)
  const token = named.length > 1 ? `/${place}.${name}` : `/${name}`
  return `/parameters${token}${required ? '/required' : `/schema${rest}`}`
}
