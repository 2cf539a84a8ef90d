import type { Answer } from './answer.ts'
import type { HeaderContract, Mismatch, ContractOperation, ResponseContract } from '../contract.ts'
import { decodeHeader } from './decode-header.ts'
import { ContractViolation, type ViolationRule } from '../errors.ts'
import type { ReceivedAnswer } from '../sending/fetch.ts'
import { pointer } from '../pointer.ts'
import { isJsonType } from '../requests/serialize-parameter.ts'

export interface Judged {
  readonly answer: Omit<Answer<number, unknown>, 'attempts'>
  /** The first violation of the document. Absent if there is no violation. */
  readonly violation?: ContractViolation
}

/**
 * Checks an answer in this order: status, content type, parsing, body schema, headers. Stops at the first violation.
 * With `tolerant`, undocumented enum values are accepted.
 */
export function judgeAnswer(operation: ContractOperation, received: ReceivedAnswer, tolerant: boolean): Judged {
  const { status, headers, text, bytes } = received
  const whole = bytes ?? (text === '' ? undefined : text)
  const bare = { status, headers, body: whole }
  const violated = (rule: ViolationRule, mismatch: Mismatch, answer: Judged['answer'] = bare): Judged => {
    const { keyword, at, expected, words } = mismatch
    const where = { operation: operation.id, rule, pointer: keyword, status, at, expected }
    return { answer, violation: new ContractViolation(words === undefined ? where : { ...where, words }) }
  }

  const [key, response] = documentedResponse(operation, status) ?? []
  if (key === undefined || response === undefined) {
    const expected = `one of ${Object.keys(operation.responses).join(', ')}`
    const words = `has a status that is not ${expected}`
    return violated('status_code_conformance', { keyword: '/responses', at: '', expected, words })
  }
  const decoded = { ...headers, ...decodedHeaders(response.headers, headers) }
  const judgeHeaders = (answer: Judged['answer']): Judged => {
    const [first] = response.checkHeaders?.(decoded) ?? []
    if (first === undefined) return { answer }
    const keyword = pointer('responses', key) + headerPointer(first)
    return violated('response_headers_conformance', { ...first, keyword, at: first.at.slice(1) }, answer)
  }

  const ranges = Object.keys(response.content)
  if (ranges.length === 0 || isBodiless(operation, status))
    return judgeHeaders({ status, headers: decoded, body: undefined })
  const contentType = essence(headers['content-type'])
  const range = rangeFor(ranges, contentType)
  const content = pointer('responses', key, 'content')
  if (range === undefined) {
    const expected = ranges.join(' or ')
    const words = `has a media type that is not ${expected}`
    return violated('content_type_conformance', { keyword: content, at: '', expected, words })
  }

  const schema = `${content}${pointer(range)}/schema`
  let body: unknown = bytes ?? text
  if (isJsonType(contentType)) {
    try {
      body = (response.content[range]?.json ?? JSON).parse(text)
    } catch {
      const [expected, words] = text === '' ? ['a body', 'is missing'] : ['JSON', 'is not JSON']
      return violated('response_schema_conformance', { keyword: schema, at: '', expected, words })
    }
  }
  const check = response.content[range]?.check
  if (check !== undefined && bytes !== undefined) {
    const words = 'has a media type that the client cannot parse'
    return violated('content_type_conformance', { keyword: content, at: '', expected: 'JSON or text', words })
  }
  const mismatches = check?.(body) ?? []
  const first = mismatches.find((mismatch) => !(tolerant && mismatch.keyword.endsWith('/enum')))
  const answer = { status, headers: decoded, body }
  if (first === undefined) return judgeHeaders(answer)
  return violated('response_schema_conformance', { ...first, keyword: schema + first.keyword }, answer)
}

/** True for a response that never has a body, whatever the document says. RFC 9110 §9.3.2, §15.3.5, §15.4.5. */
function isBodiless({ method }: ContractOperation, status: number): boolean {
  return method === 'HEAD' || status === 204 || status === 304
}

/**
 * Returns the documented response for a status. Prefers the exact status, then a range such as `4XX`, then `default`.
 * OpenAPI 3.1.1 §4.8.16.
 */
export function documentedResponse(
  operation: ContractOperation,
  status: number,
): [string, ResponseContract] | undefined {
  for (const key of [String(status), `${Math.floor(status / 100)}XX`, 'default']) {
    const response = Object.hasOwn(operation.responses, key) ? operation.responses[key] : undefined
    if (response !== undefined) return [key, response]
  }
  return undefined
}

/** Returns the most specific documented media range that matches a media type. OpenAPI 3.1.1 §4.8.17. */
function rangeFor(ranges: readonly string[], contentType: string): string | undefined {
  if (contentType === '') return undefined
  const wanted = [contentType, contentType.replace(/\/.*$/, '/*'), '*/*']
  for (const each of wanted) {
    const range = ranges.find((candidate) => essence(candidate) === each)
    if (range !== undefined) return range
  }
  return undefined
}

/** Returns a media type without parameters, in lower case. */
function essence(contentType: string | undefined): string {
  return (contentType ?? '').replace(/;.*$/s, '').trim().toLowerCase()
}

function decodedHeaders(
  declared: readonly HeaderContract[],
  headers: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    declared.flatMap(({ name, decode }) => {
      const value = headers[name.toLowerCase()]
      return value === undefined ? [] : [[name, decodeHeader(value, decode)]]
    }),
  )
}

/**
 * Returns the JSON Pointer of the clause that a header violates. The check treats all headers as one object, so a
 * pointer into this object is translated into a pointer into the document.
 */
function headerPointer({ keyword }: Mismatch): string {
  const [, kind, name = '', rest = ''] = /^\/(properties|required)\/([^/]+)(.*)$/.exec(keyword) ?? []
  return `/headers/${name}${kind === 'required' ? '/required' : `/schema${rest}`}`
}
