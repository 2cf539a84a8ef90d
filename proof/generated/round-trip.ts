import { isDeepStrictEqual } from 'node:util'
import { baseRequest, bodyUnder } from '../../src/cases/base-request.ts'
import type { PlanContext } from '../../src/cases/plan-context.ts'
import type { PlannedMethod } from '../../src/generate/client-plan.ts'
import { isArray, isObject, parseJson, type Json } from '../../src/json.ts'
import { isJson } from '../../src/operations/media-types.ts'
import { responseFor, type Operation } from '../../src/operations/operation.ts'
import { compileSchema } from '../../src/schemas/check-value.ts'
import { longestCheckedText } from '../../src/schemas/compile-pattern.ts'
import { mockAt } from '../../src/targets/mock.ts'

/** The result of one call: from a generated client to a Prism mock of the document and back. */
export interface RoundTrip {
  readonly operation: string
  /** True if the document has an example for a parameter, the request body or the received response. */
  readonly hasExample: boolean
  /** `explained`: the round trip does not work because the document or Prism is wrong, not the client. */
  readonly result: 'works' | 'explained' | 'fails'
  /** The reason why the round trip does not work. */
  readonly why?: string
}

/** The status and the text of a response. They are recorded before the client parses the response. */
export interface Received {
  readonly status: number
  readonly contentType: string
  readonly text: string
  /** The violations that Prism found in the request: the value of its header `sl-violations`. */
  readonly violations: string
}

/** A generated client, without its types. */
export type Client = Readonly<
  Record<string, (...given: unknown[]) => Promise<{ readonly status: number; readonly body: unknown }>>
>

const { shows } = mockAt('http://127.0.0.1')
const CONTEXT: PlanContext = {
  ...{ target: 'mock', shows, hasStates: false, roles: ['partner'], parameters: {} },
  ...{ seed: 1, allowDestructive: true },
}

/** Calls one method of a generated client with the documented examples. `lastReceived` returns the last response. */
export async function roundTrip(
  planned: PlannedMethod,
  client: Client,
  lastReceived: () => Received | undefined,
): Promise<RoundTrip> {
  const { operation, name } = planned
  const ended = (result: RoundTrip['result'], why?: string): RoundTrip => ({
    ...{ operation: operation.id, hasExample: hasExample(operation, lastReceived()?.status), result },
    ...(why === undefined ? {} : { why }),
  })
  const withBody = operation.document.resolve(operation.address).value as { readonly requestBody?: Json }
  if (operation.method === 'GET' && withBody.requestBody !== undefined)
    return ended('explained', 'the document describes a body of GET, which fetch cannot send')
  const given = argumentsOf(planned)
  if (typeof given === 'string') return ended('explained', given)
  try {
    const answer = await client[name]?.(...given)
    const received = lastReceived()
    if (answer === undefined || received === undefined) return ended('fails', 'the client sent no request')
    const why = differenceOf(operation, answer, received)
    const cause = why === undefined ? undefined : errorOfPrism(operation, received)
    if (cause !== undefined) return ended('explained', cause)
    return why === undefined ? ended('works') : ended('fails', why)
  } catch (error) {
    const received = lastReceived()
    const why = whySlowPattern(error) ?? (received === undefined ? undefined : whyWrong(operation, received))
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const shown = received === undefined ? '' : ` (${received.status} ${received.text.slice(0, 200)})`
    return why === undefined ? ended('fails', said + shown) : ended('explained', why)
  }
}

/**
 * If a slow pattern made the client refuse a text, returns a sentence that says so. Otherwise returns undefined. A slow
 * pattern can take exponential time, so the generators of the gate and of Prism ignore it (decisions/0009), and a
 * generated text may violate it.
 */
function whySlowPattern(error: unknown): string | undefined {
  const { expected = '' } = error as { readonly expected?: string }
  const [, source] = /^pattern (.*)$/s.exec(expected) ?? []
  return source !== undefined && longestCheckedText(source) === 24 ? 'no text was drawn for a slow pattern' : undefined
}

/** Returns the arguments of the method, or the reason why no valid request exists. */
function argumentsOf({ operation, parameters }: PlannedMethod): unknown[] | string {
  try {
    const { path, query, headers } = baseRequest(
      { ...operation, requestBody: undefined } as unknown as Operation,
      CONTEXT,
    )
    const cookie = Object.fromEntries(
      operation.parameters.filter((each) => each.in === 'cookie' && each.required).map((each) => [each.name, 'a']),
    )
    const [media] = operation.requestBody?.content ?? []
    const body = media === undefined ? undefined : bodyUnder(media, CONTEXT.seed)?.body
    const values = { path, body, options: { query, header: headers, cookie } }
    return parameters.map((each) => values[each.name])
  } catch (error) {
    return `no valid request: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`
  }
}

/**
 * Returns the reason why a call failed: Prism found an error in the request, or the client did not return the response
 * of Prism. Returns undefined if the call worked.
 */
function differenceOf(
  operation: Operation,
  answer: { readonly status: number; readonly body: unknown },
  { status, contentType, text, violations }: Received,
): string | undefined {
  const found = inRequest(violations).find((message) => !ignoredIn(operation).test(message))
  if (found !== undefined) return `Prism found in the request: ${found}`
  const documented = operation.responses.map((each) => each.status)
  const succeeds = documented.some((each) => /^2/.test(each))
  if (succeeds && !String(status).startsWith('2')) return `status ${status}, but the document has a 2xx`
  if (answer.status !== status) return `status ${answer.status} instead of ${status}`
  if (text === '') return answer.body === undefined ? undefined : 'a body, although none was received'
  const expected = isJson(contentType) ? parseJson(text) : text
  return isDeepStrictEqual(plain(answer.body), plain(expected)) ? undefined : 'the body differs from what was received'
}

/**
 * Returns the reason why Prism refused a valid request. Returns undefined if it did not. Prism requires header
 * parameters with the name `Authorization`, although OpenAPI ignores them (OpenAPI 3.1.1 §4.8.12.1). It does not
 * support mutual TLS either.
 */
function errorOfPrism(operation: Operation, { violations }: Received): string | undefined {
  const messages = inRequest(violations)
  if (messages.some((message) => ignoredIn(operation).test(message))) return 'Prism demands an ignored header parameter'
  return messages.find((message) => message.includes('do not support this type of security scheme'))
}

function inRequest(violations: string): readonly string[] {
  const list = (violations === '' ? [] : JSON.parse(violations)) as readonly {
    readonly location: readonly string[]
    readonly message: string
  }[]
  return list.filter(({ location }) => location[0] === 'request').map(({ message }) => message)
}

/** Returns a pattern for the messages of Prism about header parameters that OpenAPI ignores. */
function ignoredIn({ ignoredHeaders }: Operation): RegExp {
  return new RegExp(ignoredHeaders.map((name) => `'${name}'`).join('|') || '(?!)', 'i')
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}

/**
 * Returns the reason why a received response violates the document. Uses the checks of the gate, not those of the
 * client.
 */
function whyWrong(operation: Operation, { status, contentType, text }: Received): string | undefined {
  if (operation.responses.length === 0) return 'the document lists no response'
  const response = responseFor(operation, status)
  const media = response?.content.find(({ range }) => range.split(';')[0] === contentType.split(';')[0])
  if (media?.schema === undefined) return undefined
  const value: Json | undefined = isJson(contentType) ? parseJson(text) : text
  const [first] = value === undefined ? [] : compileSchema(media.schema).checkAll(value, 'response')
  if (first === undefined) return undefined
  const from = media.examples.length > 0 ? 'the example of the document' : 'the response that Prism made'
  return `${from} for ${status} violates ${first.keyword.pointer}`
}

function hasExample({ document, parameters, requestBody, responses }: Operation, status = 200): boolean {
  const response = responses.find((each) => each.status === String(status)) ?? responses[0]
  const seen = new Set<string>()
  const inSchema = (value: Json, address: string): boolean => {
    if (!isObject(value) && !isArray(value)) return false
    const entries = Object.entries(value)
    return entries.some(([key, member]) => {
      if (/^examples?$/.test(key)) return true
      if (key !== '$ref' || typeof member !== 'string') return inSchema(member, address)
      const target = document.resolve(document.target(member, address))
      if (seen.has(target.address)) return false
      seen.add(target.address)
      return inSchema(target.value, target.address)
    })
  }
  return [...parameters, ...(requestBody?.content ?? []), ...(response?.content ?? [])].some(
    ({ examples, schema }) => examples.length > 0 || (schema !== undefined && inSchema(schema.value, schema.address)),
  )
}
