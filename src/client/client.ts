import type { Answer } from './answers/answer.ts'
import { checkRequest, type CallInput } from './requests/check-request.ts'
import type { Contract, ContractOperation } from './contract.ts'
import { authenticatorFor, type CredentialsByScheme, type Authenticator } from './sending/credentials.ts'
import { Deadline } from './sending/deadline.ts'
import { ClientError, NetworkFailure, OutOfTime, ServerUnavailable } from './errors.ts'
import { networkCode, sendRequest, type ReceivedAnswer, type WrittenRequest } from './sending/fetch.ts'
import { randomId, secretPlaces, type HookError, type SecretPlaces } from './hooks.ts'
import { judgeAnswer } from './answers/judge-answer.ts'
import { withoutUndefined } from './answers/json-value.ts'
import { reportAttempts, type Reported } from './sending/report-attempts.ts'
import { retryAfter, retryPolicyFor, sendWithRetries, type RetryPolicy } from './sending/send-with-retries.ts'
import { checkHeaders, checkTimeLimit, settle, type ClientOptions, type Settings } from './settings.ts'
import { writeRequest } from './requests/write-request.ts'

/** Options for one call. */
export interface CallOptions {
  /** Aborts the call. The call then throws the reason of the signal. */
  readonly signal?: AbortSignal
  /** The time limit of this call in milliseconds. It replaces the time limit of the client. */
  readonly timeoutMs?: number
  /** The id of the call in hooks and errors. Default: a random id. */
  readonly requestId?: string
  /**
   * Headers of this call. They replace headers of the client with the same names. Three headers are excluded, because
   * the client sets them itself.
   */
  readonly headers?: Readonly<Record<string, string>> & {
    readonly 'content-type'?: never
    readonly accept?: never
    readonly authorization?: never
  }
}

/** Calls an operation. Generated clients give this function exact types. */
export type Call = (
  operation: ContractOperation,
  input: CallInput,
  options?: CallOptions,
) => Promise<Answer<number, unknown>>

/** A call that has started and not yet ended. */
interface RunningCall {
  readonly operation: ContractOperation
  readonly settings: Settings
  readonly policy: RetryPolicy
  readonly requestId: string
  readonly authenticators: readonly Authenticator[]
  readonly secrets: SecretPlaces
}

/** Creates the function that sends the requests of all methods of a generated client. */
export function createCall(contract: Contract, options: ClientOptions, credentials: CredentialsByScheme = {}): Call {
  const settings = settle(options)
  const provers = new Map<string, Authenticator>()
  for (const [name, scheme] of Object.entries(contract.schemes)) {
    if (credentials[name] !== undefined) provers.set(name, authenticatorFor(scheme, credentials[name], settings))
  }
  for (const operation of Object.values(contract.operations)) schemesOfCall(operation, provers)
  const secrets = secretPlaces(Object.values(contract.schemes))
  return async (operation, input, callOptions = {}) => {
    const { requestId = randomId() } = callOptions
    const policy = retryPolicyFor(operation.method, settings.retries, settings.retryNotIdempotent)
    try {
      const authenticators = schemesOfCall(operation, provers).flatMap((name) => provers.get(name) ?? [])
      const running = { operation, settings, policy, requestId, authenticators, secrets }
      return await carryOut(running, definedInput(input), callOptions)
    } catch (error) {
      if (error instanceof ClientError) Object.assign(error, { requestId })
      await reportError(settings, { operation: operation.id, requestId, attempt: policy.attempts, error })
      throw error
    }
  }
}

/** Calls the hook `onError`. Ignores an error of the hook, because the caller must get the error of the call. */
async function reportError({ hooks }: Settings, failure: HookError): Promise<void> {
  try {
    await hooks.onError?.(failure)
  } catch {
    return
  }
}

/**
 * Returns the names of the security schemes that a call uses. These are the schemes of the first security alternative
 * for which the client has credentials. If there is no such alternative, returns an empty list for an operation that
 * allows anonymous calls, and throws for any other operation.
 */
function schemesOfCall(
  { id, security }: ContractOperation,
  provers: ReadonlyMap<string, Authenticator>,
): readonly string[] {
  const met = security.find((schemes) => schemes.length > 0 && schemes.every((name) => provers.has(name)))
  if (met !== undefined || security.length === 0 || security.some((schemes) => schemes.length === 0)) return met ?? []
  const needed = security.map((schemes) => schemes.join(' and ')).join(', or ')
  throw new TypeError(`${id} requires credentials for ${needed}: pass them to the client as \`credentials\``)
}

/** Removes undefined properties, as `JSON.stringify` does. */
function definedInput(input: CallInput): CallInput {
  return Object.fromEntries(Object.entries(input).map(([place, value]) => [place, withoutUndefined(value)]))
}

async function carryOut(
  running: RunningCall,
  input: CallInput,
  { timeoutMs = running.settings.timeoutMs, signal, headers = {} }: CallOptions,
): Promise<Answer<number, unknown>> {
  const { operation, settings, policy, requestId } = running
  checkRequest(operation, input)
  checkHeaders(headers)
  checkTimeLimit(timeoutMs)
  const { requestIdHeader: idHeader } = settings
  const allHeaders = { ...settings.headers, ...headers, ...(idHeader === undefined ? {} : { [idHeader]: requestId }) }
  checkHeaders(allHeaders)
  const late = (): Error => new OutOfTime(operation.id, timeoutMs, policy.attempts > 0)
  const deadline = new Deadline(settings.clock, timeoutMs, signal, late)
  try {
    deadline.signal.throwIfAborted()
    const written = await writeRequest(operation, input, settings.baseUrl, allHeaders)
    const attempt = (): Promise<Sent> => sendAuthenticated(written, running, deadline)
    const first = await attempt()
    // A server that answers 401 has not processed the request, so one retry with new credentials is safe.
    const received = first.received.status === 401 && first.discard() ? (await attempt()).received : first.received
    return { ...judged(running, received), attempts: policy.attempts }
  } finally {
    deadline.end()
  }
}

function judged(
  { operation, settings, policy }: RunningCall,
  received: ReceivedAnswer,
): ReturnType<typeof judgeAnswer>['answer'] {
  const { answer, violation } = judgeAnswer(operation, received, settings.tolerant)
  if (violation === undefined) return answer
  const { status } = received
  if (settings.throwing && UNAVAILABLE.includes(status)) {
    const wait = retryAfter(received, settings.clock)
    const retryable = policy.retryUncertain || wait !== undefined
    throw new ServerUnavailable(operation.id, status, wait && Math.ceil(wait / 1000), retryable)
  }
  settings.report(violation)
  return answer
}

/** Statuses that an overloaded server or a gateway returns. RFC 9110 §15.6, RFC 6585 §4. */
const UNAVAILABLE = [429, 502, 503, 504]

interface Sent {
  readonly received: ReceivedAnswer
  /** Removes cached credentials that the server refused. Returns true if new credentials can be requested. */
  readonly discard: () => boolean
}

async function sendAuthenticated(written: WrittenRequest, running: RunningCall, deadline: Deadline): Promise<Sent> {
  const { operation, settings, policy, authenticators } = running
  let request = written
  const discards: (() => void)[] = []
  for (const authenticator of authenticators) {
    const proven = await deadline.race(authenticator.authenticate(request, operation.id))
    request = proven.request
    if (proven.discard !== undefined) discards.push(proven.discard)
  }
  const reported: Reported = { request, added: {} }
  const send = async (): Promise<ReceivedAnswer> => {
    try {
      const headers = { ...reported.added, ...request.headers }
      return await sendRequest(settings.fetch, { ...request, headers }, deadline.signal)
    } catch (error) {
      if (deadline.signal.aborted) throw deadline.signal.reason
      throw new NetworkFailure(operation.id, networkCode(error))
    }
  }
  const around = reportAttempts(reported, running)
  try {
    const received = await sendWithRetries(send, policy, deadline, settings.clock, around)
    return { received, discard: () => discards.map((discard) => discard()).length > 0 }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    throw error
  }
}
