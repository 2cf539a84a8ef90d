import type { Answer } from './answer.ts'
import { checkRequest, type CallInput } from './check-request.ts'
import type { Contract, ContractOperation } from './contract.ts'
import { authenticatorFor, type CredentialsByScheme, type Authenticator } from './credentials.ts'
import { Deadline } from './deadline.ts'
import { NetworkFailure, OutOfTime } from './errors.ts'
import { networkCode, sendRequest, type WrittenRequest } from './fetch.ts'
import { judgeAnswer, type ReceivedAnswer } from './judge-answer.ts'
import { writeRequest } from './openapi-fetch.ts'
import { retryPolicyFor, sendWithRetries } from './send-with-retries.ts'
import { settle, type ClientOptions, type Settings } from './settings.ts'

/** What one call may say beside what the document takes. */
export interface CallOptions {
  /** Stops the call; what is thrown is the signal's reason. */
  readonly signal?: AbortSignal
  /** Instead of the client's. */
  readonly timeoutMs?: number
}

/** One call of any operation; generated clients give it its types. */
export type Call = (
  operation: ContractOperation,
  input: CallInput,
  options?: CallOptions,
) => Promise<Answer<number, unknown, object>>

/** The function that all operations of a generated client go through. */
export function createCall(contract: Contract, options: ClientOptions, credentials: CredentialsByScheme): Call {
  const settings = settle(options)
  const provers = new Map<string, Authenticator>()
  for (const [name, scheme] of Object.entries(contract.schemes)) {
    if (credentials[name] !== undefined) provers.set(name, authenticatorFor(scheme, credentials[name], settings))
  }
  for (const { id, security } of Object.values(contract.operations)) {
    const missing = security.find((name) => !provers.has(name))
    if (missing !== undefined) throw new TypeError(`credentials for ${missing} are missing, and ${id} needs them`)
  }
  return async (operation, input, callOptions = {}) => {
    checkRequest(operation, input)
    const { timeoutMs = settings.timeoutMs, signal } = callOptions
    const late = (): Error => new OutOfTime(operation.id, timeoutMs, policy.attempts > 0)
    const policy = retryPolicyFor(operation.method, settings.retries, settings.retryNotIdempotent)
    const deadline = new Deadline(settings.clock, timeoutMs, signal, late)
    try {
      deadline.signal.throwIfAborted()
      const written = await writeRequest(operation, input, settings.baseUrl, settings.headers)
      const ways = operation.security.flatMap((name) => provers.get(name) ?? [])
      const attempt = (): Promise<Sent> => sendAuthenticated(written, ways, operation, settings, policy, deadline)
      const first = await attempt()
      // A token may end on its way. Nothing was done, so it is safe to ask again, once, with another.
      const received = first.received.status === 401 && first.discard() ? (await attempt()).received : first.received
      const { answer, violation } = judgeAnswer(operation, received, settings.tolerant)
      if (violation !== undefined) settings.report(violation)
      return { ...answer, attempts: policy.attempts }
    } finally {
      deadline.end()
    }
  }
}

interface Sent {
  readonly received: ReceivedAnswer
  /** Forgets the credentials that were used, and tells whether there may be better ones. */
  readonly discard: () => boolean
}

async function sendAuthenticated(
  written: WrittenRequest,
  ways: readonly Authenticator[],
  operation: ContractOperation,
  settings: Settings,
  policy: ReturnType<typeof retryPolicyFor>,
  deadline: Deadline,
): Promise<Sent> {
  let request = written
  const discards: (() => void)[] = []
  for (const way of ways) {
    const proven = await deadline.race(way.authenticate(request, operation.id))
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
