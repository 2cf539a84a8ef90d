import { isObject, type Json } from '../../json.ts'
import { responseFor } from '../../operations/operation.ts'
import type { Case } from '../../cases/case.ts'
import { headerOf, type RawAnswer, type RawRequest } from '../exchange.ts'
import { openHttpClient, type HttpLimits } from '../http-client.ts'
import type { Target } from '../target.ts'
import { hiddenByQuirk } from './mock-quirks.ts'
import { startPrism, type PrismOptions } from './prism-process.ts'

export interface MockOptions extends PrismOptions {
  readonly limits?: Partial<HttpLimits>
}

/** A mock that can be sent to. */
export interface Mock {
  readonly target: Target
  readonly url: string
  /** Of the process that is the mock; none where it already ran. */
  readonly pid?: number
  close(): Promise<void>
}

/**
 * Starts a Prism mock of a document on a free port and gives it as a target. Throws `package-missing`, `port-in-use`
 * and `mock-failed`.
 */
export async function openMock(options: MockOptions): Promise<Mock> {
  const prism = await startPrism(options)
  const mock = reachMock(`http://127.0.0.1:${prism.port}`, options.signal, options.limits)
  const target: Target = {
    ...mock.target,
    failure: () => prism.failure(),
    send: async (request) => {
      const before = prism.failure()
      if (before !== undefined) return { kind: 'refused', message: before }
      const answer = await mock.target.send(request)
      const after = prism.failure()
      return 'kind' in answer && after !== undefined ? { kind: 'refused', message: after } : answer
    },
  }
  const close = async (): Promise<void> => {
    await prism.close()
    await mock.close()
  }
  return { ...mock, target, close, pid: prism.pid }
}

/** A Prism that already runs, as a target. */
export function reachMock(url: string, signal?: AbortSignal, limits?: Partial<HttpLimits>): Mock {
  const client = openHttpClient(url, limits)
  const target: Target = { ...mockAt(url), send: (request) => client.send(request, signal) }
  return { target, url, close: () => client.close() }
}

/** All that is known of a mock before anything is sent to it. */
export function mockAt(baseUrl: string): Omit<Target, 'send'> {
  return {
    name: 'mock',
    baseUrl,
    shows: { state: false, auth: 'presence', faults: true },
    roles: ['partner', 'anonymous'],
    credentials: { partner: { type: 'placeholder' } },
    prepare: askFor,
    invented: inventedByPrism,
    hides: hiddenByQuirk,
  }
}

/** Asks Prism for an answer by its status and the name of its example: RFC 7240, with Prism's own preferences. */
export function askFor(request: RawRequest, aCase: Case): RawRequest {
  if (aCase.ask === undefined) return request
  const { status, example } = aCase.ask
  const preferences = [`code=${codeUnder(status, aCase)}`]
  if (example !== undefined) preferences.push(`example="${example}"`)
  return { ...request, headers: [...request.headers, ['Prefer', preferences.join(', ')]] }
}

/** A status that falls under `4XX` or `default` and under nothing nearer. */
function codeUnder(status: string, { operation }: Case): string {
  if (/^\d{3}$/.test(status)) return status
  const first = status === 'default' ? 400 : Number(status[0]) * 100
  const codes = Array.from({ length: status === 'default' ? 200 : 100 }, (_, index) => first + index)
  return String(codes.find((code) => responseFor(operation, code)?.status === status) ?? first)
}

const PRISM_ERROR = 'https://stoplight.io/prism/errors#'

/** Says that an answer is Prism's own and not one of the document's, and which. */
export function inventedByPrism(answer: RawAnswer): string | undefined {
  const body = jsonOf(answer)
  if (!isObject(body)) return undefined
  const { type, error } = body
  if (typeof type === 'string' && type.startsWith(PRISM_ERROR)) {
    return `Prism made up this ${answer.status}: ${word(type.slice(PRISM_ERROR.length))}`
  }
  if (isObject(error) && typeof error['code'] === 'string' && MICRI_CODES.has(error['code'])) {
    return `Prism's HTTP server made up this ${answer.status}: ${error['code']}`
  }
  return undefined
}

/** What the HTTP server under Prism says of itself, in `{ "error": { "code": … } }`. */
const MICRI_CODES: ReadonlySet<string> = new Set([
  'invalid_json',
  'invalid_body',
  'request_entity_too_large',
  'internal_server_error',
])

function jsonOf(answer: RawAnswer): Json | undefined {
  if (!/[/+]json\b/.test(headerOf(answer, 'content-type') ?? '')) return undefined
  try {
    return JSON.parse(Buffer.from(answer.body).toString()) as Json
  } catch {
    return undefined
  }
}

const word = (text: string): string => /^\w{1,60}/.exec(text)?.[0] ?? 'something'
