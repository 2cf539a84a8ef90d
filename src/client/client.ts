import type { Answer } from './answer.ts'
import { checkRequest, type CallInput } from './check-request.ts'
import type { Contract, ContractOperation } from './contract.ts'
import { authenticatorFor, type CredentialsByScheme, type Authenticator } from './credentials.ts'
import { Deadline } from './deadline.ts'
import { NetworkFailure, OutOfTime, ServerUnavailable } from './errors.ts'
import { networkCode, sendRequest, type WrittenRequest } from './fetch.ts'
import { judgeAnswer, type ReceivedAnswer } from './judge-answer.ts'
import { withoutUndefined } from './json-value.ts'
import { retryAfter, retryPolicyFor, sendWithRetries } from './send-with-retries.ts'
import { checkHeaders, settle, type ClientOptions, type Settings } from './settings.ts'
import { writeRequest } from './write-request.ts'

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call, which then throws the reason of the signal. */
  readonly signal?: AbortSignal
  /** Overrides the time limit of the client, in milliseconds. */
  readonly timeoutMs?: number
  /**
   * Headers of this call. They override the headers of the client. The three excluded headers are set by the client
   * itself.
   */
  readonly headers?: Readonly<Record<string, string>> & {
    readonly 'content-type'?: never
    readonly accept?: never
    readonly authorization?: never
  }
}

/** A function that calls an operation. Generated clients add the types of the operation. */
export type Call = (
  operation: ContractOperation,
  input: CallInput,
  options?: CallOptions,
) => Promise<Answer<number, unknown, object>>

/** Creates the function that all methods of a generated client use to send their requests. */
export function createCall(contract: Contract, options: ClientOptions, credentials: CredentialsByScheme): Call {
  const settings = settle(options)
  const provers = new Map<string, Authenticator>()
  for (const [name, scheme] of Object.entries(contract.schemes)) {
    if (credentials[name] !== undefined) provers.set(name, authenticatorFor(scheme, credentials[name], settings))
  }
  for (const { id, security } of Object.values(contract.operations)) {
    const missing = security.find((name) => !provers.has(name))
    if (missing !== undefined)
      throw new TypeError(`${id} requires credentials for ${missing}: pass them as \`credentials\``)
  }
  return async (operation, given, callOptions = {}) => {
    const input = 'body' in given ? { ...given, body: withoutUndefined(given.body) } : given
    checkRequest(operation, input)
    const { timeoutMs = settings.timeoutMs, signal, headers = {} } = callOptions
    checkHeaders(headers)
    const late = (): Error => new OutOfTime(operation.id, timeoutMs, policy.attempts > 0)
    const policy = retryPolicyFor(operation.method, settings.retries, settings.retryNotIdempotent)
    const deadline = new Deadline(settings.clock, timeoutMs, signal, late)
    try {
      deadline.signal.throwIfAborted()
      const written = await writeRequest(operation, input, settings.baseUrl, { ...settings.headers, ...headers })
      const authenticators = operation.security.flatMap((name) => provers.get(name) ?? [])
      const attempt = (): Promise<Sent> =>
        sendAuthenticated(written, authenticators, operation, settings, policy, deadline)
      const first = await attempt()
      // A token may expire before the request arrives. The server refuses such a request without processing it, so one
      // retry with a new token is safe.
      const received = first.received.status === 401 && first.discard() ? (await attempt()).received : first.received
      const { answer, violation } = judgeAnswer(operation, received, settings.tolerant)
      const { status } = received
      if (violation !== undefined && settings.throwing && UNAVAILABLE.includes(status)) {
        const wait = retryAfter(received, settings.clock)
        const retryable = policy.retryUncertain || wait !== undefined
        throw new ServerUnavailable(operation.id, status, wait && Math.ceil(wait / 1000), retryable)
      }
      if (violation !== undefined) settings.report(violation)
      return { ...answer, attempts: policy.attempts }
    } finally {
      deadline.end()
    }
  }
}

/** The statuses with which a gateway or an overloaded server refuses a request. RFC 9110 §15.6, RFC 6585 §4. */
const UNAVAILABLE = [429, 502, 503, 504]

interface Sent {
  readonly received: ReceivedAnswer
  /** Drops cached credentials after a refusal. Returns true if new credentials can be requested. */
  readonly discard: () => boolean
}

async function sendAuthenticated(
  written: WrittenRequest,
  authenticators: readonly Authenticator[],
  operation: ContractOperation,
  settings: Settings,
  policy: ReturnType<typeof retryPolicyFor>,
  deadline: Deadline,
): Promise<Sent> {
  let request = written
  const discards: (() => void)[] = []
  for (const authenticator of authenticators) {
    const proven = await deadline.race(authenticator.authenticate(request, operation.id))
    request = proven.request
    if (proven.discard !== undefined) discards.push(proven.discard)
  }
  const send = (): Promise<ReceivedAnswer> => sendRequest(settings.fetch, request, deadline.signal)
  try {
    const received = await sendWithRetries(send, policy, deadline, settings.clock)
    return { received, discard: () => discards.map((discard) => discard()).length > 0 }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    throw new NetworkFailure(operation.id, networkCode(error))
  }
}
