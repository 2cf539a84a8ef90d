import type { Case, Then } from '../../cases/case.ts'
import { resolveLiterals } from '../../cases/literals/literals.ts'
import { ContractError } from '../../errors.ts'
import type { BackOff } from '../../exchanges/back-off.ts'
import { buildRequest, type RequestContext } from '../../exchanges/build-request.ts'
import type { Credentials } from '../../exchanges/credentials/credentials.ts'
import { headerOf, isAnswer, type Exchange, type RawRequest, isSuccess } from '../../exchanges/exchange.ts'
import { chooseAlternative, meetsAlternative } from '../../exchanges/credentials/choose-alternative.ts'
import { credentialOptions, missingCredentials } from '../../exchanges/credentials/missing-credentials.ts'
import type { PreparedRequest } from '../../exchanges/prepared-request.ts'
import { recordExchange } from '../../exchanges/record-exchange.ts'
import type { Credential } from '../../exchanges/credentials/credential.ts'
import type { Observation } from '../../exchanges/observation.ts'
import type { Established, Target } from '../../targets/target.ts'
import { asObject, type Json, type JsonObject } from '../../json.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import { defaultsOf } from '../../operations/defaults-of.ts'
import type { Operation } from '../../operations/operation.ts'
import { statusOf, type Sent, type Execution } from '../../evidence/execution.ts'
import { whyNotAsPlanned } from './confirm-ruling.ts'
import type { ParameterCompletions } from '../complete/complete-parameters.ts'
import type { Completions } from '../complete/completions.ts'
import { withOwnId } from '../complete/own-id.ts'
import type { ChosenIds } from '../gather/chosen-ids.ts'
import { followLocation } from './follow-location.ts'
import { mayExist } from './may-exist.ts'
import type { CreatedReads } from './read-created.ts'
import { freshHeaders } from './fresh-headers.ts'
import type { SecondRead, SecondReads } from './second-read.ts'
import type { RequestOutcome } from './pace/timeout-circuit-breaker.ts'
import type { RunClock } from '../run-clock.ts'
import type { StopConditions } from './pace/stop-conditions.ts'

/**
 * Everything that is needed to send a case, such as the target, the clock, the credentials, and values from earlier
 * responses.
 */
export interface ExecuteCase {
  readonly target: Target
  readonly clock: RunClock
  readonly credentials: Credentials
  /** The values of path parameters that came from the responses of other operations. */
  readonly gathered?: ReadonlyMap<Operation, JsonObject>
  /** Reads the resource before and after a write. Used for cases without a provider state. Default: no reads. */
  readonly secondReads?: SecondReads
  /** Reads a resource after the POST that created it. Default: no read. */
  readonly createdReads?: CreatedReads
  /** Changes bodies that the server refuses with a reason. Default: never. */
  readonly completions?: Completions
  /** Adds optional parameters if the server refuses requests without them. Default: never. */
  readonly parameterCompletions?: ParameterCompletions
  /**
   * Puts a new id into a request if the client chooses the id of the object that the request creates. Default: never.
   */
  readonly chosenIds?: Pick<ChosenIds, 'applied'>
  /** Collects the accepted requests that may have changed data. Default: they are not collected. */
  readonly accepted?: Execution[]
  /** Waits while the server is busy. Default: does not wait, and a 429 or 503 is judged like any other response. */
  readonly backOff?: BackOff
  /** Records timeouts, and stops the run after too many timeouts. Default: the run does not stop. */
  readonly stopConditions?: Pick<StopConditions, 'begin' | 'lost' | 'reason'>
}

/** The provider state of a case, and its fixture as read before the request. */
export interface Scene {
  readonly established?: Established
  readonly before?: Observation
}

/** The reason why a case is not sent. */
export type Reason = NonNullable<Execution['without']>

/** Sets up the provider state of a case and reads its fixture. If this fails, returns the reason. */
export async function setScene(
  aCase: Case,
  context: Pick<ExecuteCase, 'target' | 'clock' | 'stopConditions'>,
): Promise<Scene | Reason> {
  const { target } = context
  if (aCase.given === undefined || !target.shows.state) return {}
  if (target.states === undefined) {
    return { kind: 'not-applicable', because: 'this target cannot set up provider states (see `--setup`)' }
  }
  const fail = failing(aCase, context)
  try {
    const established = await target.states.establish({
      state: aCase.given.state,
      with: parametersOf(aCase),
      caseId: aCase.path,
      aCase,
    })
    const before = await established.observe?.()
    return { established, ...(before === undefined ? {} : { before }) }
  } catch (error) {
    return fail(error)
  }
}

/**
 * A case with two requests: sends the first request, then reads the fixture again. The server must answer the first
 * request with 2xx, or with 4xx if the case expects a refusal. After any other response, the second request is not
 * sent, and the function returns the reason.
 */
export async function takeFirstStep(aCase: Case, scene: Scene, context: ExecuteCase): Promise<Scene | Reason> {
  const { first, firstAs = aCase.as, ...rest } = aCase
  const { established } = scene
  if (first === undefined) return scene
  if (credentialOf(aCase, established, context.target) === undefined) return withoutCredential(aCase, context.target)
  const { exchange, without } = await executeCase(
    { ...rest, as: firstAs, send: first },
    established ? { established } : {},
    context,
  )
  if (without !== undefined) return without
  const status = statusOf({ exchange })
  const isAccepted = isSuccess(status)
  const isRefused = status !== undefined && status >= 400 && status <= 499
  if (aCase.isFirstRefused === true ? !isRefused : !isAccepted) {
    return {
      kind: 'blocked',
      because:
        status === undefined
          ? 'the first request of the case got no response'
          : `the first request of the case got status ${status}`,
    }
  }
  try {
    const before = scene.before === undefined ? undefined : await established?.observe?.()
    return { ...(established ? { established } : {}), ...(before === undefined ? {} : { before }) }
  } catch (error) {
    return blockedBy(error)
  }
}

/**
 * Sends a case and reads its fixture afterwards. If the server refuses a valid body with a reason, sends a changed
 * body. Does not throw if the target fails.
 */
export async function executeCase(aCase: Case, scene: Scene, context: ExecuteCase): Promise<Execution> {
  const { completions, chosenIds, parameterCompletions } = context
  const own = chosenIds?.applied(aCase) ?? aCase
  const plainly = (each: Case): Promise<Execution> => executeAsPlanned(each, scene, context)
  const send = (each: Case): Promise<Execution> => parameterCompletions?.execute(each, plainly) ?? plainly(each)
  const execution = completions === undefined ? await send(own) : await completions.execute(own, send)
  return { ...execution, case: aCase }
}

async function executeAsPlanned(aCase: Case, scene: Scene, context: ExecuteCase): Promise<Execution> {
  const { target } = context
  const facts = { case: aCase, target: { name: target.name, shows: target.shows } }
  const { established, before } = scene
  const credential = credentialOf(aCase, established, target)
  if (credential === undefined) return { ...facts, without: withoutCredential(aCase, target) }
  const unmet = alternativeWithoutCredentials(aCase, credential)
  if (unmet !== undefined) return { ...facts, without: unmet }
  const alternative = aCase.access?.alternative ?? chooseAlternative(credential, aCase.operation)?.pointer
  const fail = failing(aCase, context)
  try {
    const values = resolved(aCase, scene, context)
    const start = Date.parse(context.clock.start)
    const otherwise = whyNotAsPlanned(aCase, established, values, parametersOf(aCase), start)
    if (otherwise !== undefined) return { ...facts, without: { kind: 'blocked', because: otherwise } }
    const harmful = await mayExist(aCase, values.path, context)
    if (harmful !== undefined) return { ...facts, without: { kind: 'not-applicable', because: harmful } }
    const { written, seen } = await sendBetweenReads(aCase, scene, context, credential)
    const { worthless, ...sent } = written
    if (isSuccess(statusOf(sent)) && !isSafeMethod(aCase.method ?? aCase.operation.method))
      context.accepted?.push({ ...facts, ...sent })
    let locationStatus = await followLocation(aCase, sent.exchange, target)
    const later = before === undefined ? undefined : await established?.observe?.()
    const created =
      target.credentials?.partner === undefined || aCase.as !== 'partner'
        ? undefined
        : await context.createdReads?.after(
            { ...facts, ...sent },
            {
              credential: target.credentials.partner,
              tokens: context.credentials,
              baseUrl: target.baseUrl,
              sender: target,
            },
          )
    // The resource exists now, so a first GET of `Location` with 404 may have come too early. Sends this GET again.
    if (locationStatus === 404 && created?.later?.subject != null)
      locationStatus = await followLocation(aCase, sent.exchange, target)
    return {
      ...facts,
      ...seen,
      ...created,
      ...sent,
      ...(alternative === undefined ? {} : { alternative }),
      ...(locationStatus === undefined ? {} : { locationStatus }),
      ...(established === undefined ? {} : { given: established.given }),
      ...(before === undefined ? {} : { before }),
      ...(later === undefined ? {} : { later }),
      ...(worthless === undefined ? {} : { without: { kind: 'blocked', because: worthless } }),
    }
  } catch (error) {
    return { ...facts, without: fail(error) }
  }
}

/** Sends a case. Without a provider state, reads the resource before and after the request with the documented GET. */
async function sendBetweenReads(
  aCase: Case,
  scene: Scene,
  context: ExecuteCase,
  credential: Credential,
): Promise<{ readonly written: SentCase; readonly seen: SecondRead }> {
  const { target, credentials: tokens, secondReads } = context
  const { established } = scene
  const write = (): Promise<SentCase> => sendUntilServed(aCase, scene, context, credential)
  const reader = established?.credentials.partner ?? target.credentials?.partner
  if (secondReads === undefined || reader === undefined || established?.observe !== undefined) {
    return { written: await write(), seen: {} }
  }
  const by = { credential: reader, tokens, baseUrl: target.baseUrl, sender: target }
  const { path, body } = resolved(aCase, scene, context)
  const result = await secondReads.around(aCase, { path, ...(body === undefined ? {} : { body }) }, by, write)
  if ((statusOf(result.written) ?? 500) < 300) secondReads.remember(aCase.operation.path, path, body)
  return result
}

/** A sent request and its response. If the response proves nothing, `worthless` is the reason. */
interface SentCase {
  readonly sent: Sent
  readonly then?: Then
  readonly exchange: Exchange
  readonly worthless?: string
}

/**
 * Sends a request, and sends it again if the server is busy or the token has expired. This is safe, because a server
 * that answers 401, 429 or 503 has not processed the request (RFC 6750 §3.1, RFC 6585 §4, RFC 9110 §15.6.4).
 */
async function sendUntilServed(
  aCase: Case,
  scene: Scene,
  context: ExecuteCase,
  credential: Credential,
): Promise<SentCase> {
  const { target, clock, credentials, stopConditions, backOff } = context
  // `If-Match` needs an ETag. A provider state supplies the ETag. Without a provider state, a GET reads the ETag.
  const readsTags = target.name === 'live' && scene.established === undefined && aCase.expect.kind !== 'status'
  let tokens = 1
  for (let attempt = 1; ; attempt += 1) {
    const { request, ...rest } = await requestOf(aCase, scene, context, credential, (prepared, by) => {
      const unique = `${aCase.path} ${clock.now()} ${clock.elapsed()} ${attempt}`
      return freshHeaders(aCase, prepared, { ...by, sender: target, unique, readsTags })
    })
    await backOff?.ready()
    const end = stopConditions?.begin(aCase.operation)
    const exchange = await recordExchange(target, request, clock)
    const { answer } = exchange
    const isBusy =
      isAnswer(answer) && !expectsStatus(aCase, answer.status) ? backOff?.decide(answer, attempt) : undefined
    end?.(outcomeOf(aCase, exchange, isBusy))
    if (!isAnswer(answer)) return { ...rest, exchange }
    if (isBusy === 'again' && stopConditions?.lost(aCase.operation) === undefined) continue
    const token = /^Bearer (.*)$/.exec(headerOf(request, 'authorization') ?? '')?.[1]
    if (token !== undefined && credentials.isExpired(token, answer.status) && tokens < MOST_TOKENS) {
      tokens += 1
      continue
    }
    const busy = typeof isBusy === 'object' ? isBusy.because : undefined
    const worthless = busy ?? worthlessBecause(aCase, exchange, credential, target)
    return { ...rest, exchange, ...(worthless === undefined ? {} : { worthless }) }
  }
}

/**
 * The maximum number of access tokens for one request. Concurrent requests may invalidate a new token before it is
 * used.
 */
const MOST_TOKENS = 4

function expectsStatus({ expect }: Case, status: number): boolean {
  return expect.kind === 'status' && [expect.status, ...expect.accept].includes(String(status))
}

/**
 * Returns why a response proves nothing: the mock invented this response, or the user gave no credentials. Returns
 * undefined if the response proves something.
 */
function worthlessBecause(
  { as, expect, operation }: Case,
  { answer }: Exchange,
  credential: Credential,
  target: Target,
): string | undefined {
  if (!isAnswer(answer)) return undefined
  const isLockedOut = answer.status === 401 || answer.status === 403
  if (target.name === 'live' && isLockedOut && as === 'partner' && expect.kind !== 'unsupported-method') {
    const missing = missingCredentials(operation, credential)
    if (missing !== undefined)
      return `credentials are missing, and the server answered ${answer.status}: add ${missing}`
  }
  return target.invented?.(answer)
}

/**
 * Classifies the result of a request. Returns `busy` if the server asks for a longer pause than the run permits. For
 * roles other than `partner`, never returns `busy`, because the server may ask only callers with bad credentials to
 * wait.
 */
function outcomeOf(
  { as }: Case,
  { answer, milliseconds }: Exchange,
  isBusy: ReturnType<BackOff['decide']>,
): RequestOutcome {
  if (typeof isBusy === 'object' && isBusy.isTooLong && as === 'partner') return { busy: isBusy.because }
  if (isAnswer(answer)) return 'answered'
  return { failed: answer.message, milliseconds, late: answer.kind === 'timed-out' }
}

/**
 * Returns a function that handles errors outside the request itself, such as during the set-up of a provider state.
 * This function returns the reason why the case is blocked. It also records a timeout, as if the request itself had
 * timed out.
 */
function failing(
  { operation }: Case,
  { clock, stopConditions }: Pick<ExecuteCase, 'clock' | 'stopConditions'>,
): (error: unknown) => Reason {
  const begun = clock.elapsed()
  const end = stopConditions?.begin(operation)
  return (error) => {
    const reason = blockedBy(error)
    end?.({ failed: reason.because, milliseconds: clock.elapsed() - begun })
    return reason
  }
}

/** Builds the request of a case without sending it. The request contains a placeholder instead of the credentials. */
export async function previewRequest(aCase: Case, scene: Scene, context: ExecuteCase): Promise<RawRequest> {
  return (await requestOf(aCase, scene, context, { type: 'placeholder' }, KEEP_HEADERS)).request
}

const KEEP_HEADERS = ({ headers }: PreparedRequest): Promise<JsonObject> => Promise.resolve(headers)

/** Returns the values that a case sends and expects. Replaces placeholders such as `{ $time: P1D }` by instants. */
function resolved(
  aCase: Case,
  { established }: Scene,
  { clock, gathered }: Pick<ExecuteCase, 'clock' | 'gathered'>,
): Sent & { readonly then?: Then } {
  const literals = { now: clock.start, ...(established === undefined ? {} : { state: established }) }
  const resolve = (value: Json): Json =>
    aCase.verbatim === true ? value : resolveLiterals(value, literals, aCase.path)
  const valuesOf = (value: JsonObject | undefined): JsonObject => asObject(resolve(value ?? {}))
  const { send, expect } = aCase
  const path = {
    ...aCase.standIns,
    ...gathered?.get(aCase.operation),
    ...established?.path,
    ...valuesOf(send.path),
  }
  const planned = send.body === undefined || send.raw !== undefined ? undefined : resolve(send.body)
  const isGathered = gathered?.has(aCase.operation) === true
  const body = planned !== undefined && isGathered ? withOwnId(aCase, path, planned) : planned
  const then = expect.kind === 'status' && established?.isApproximate !== true ? expect.then : undefined
  return {
    path,
    query: valuesOf(send.query),
    headers: valuesOf(send.headers),
    ...(body === undefined ? {} : { body }),
    ...(then === undefined ? {} : { then: { body: valuesOf(then.body), headers: valuesOf(then.headers) } }),
  }
}

async function requestOf(
  aCase: Case,
  scene: Scene,
  context: ExecuteCase,
  credential: Credential,
  headersFor: (prepared: PreparedRequest, by: RequestContext) => Promise<JsonObject>,
): Promise<{ sent: Sent; then?: Then; request: RawRequest }> {
  const { target, credentials } = context
  const { then, ...values } = resolved(aCase, scene, context)
  const { operation, as: role, access, method, withoutContentType, withoutAccept, send } = aCase
  const { raw, contentType } = send
  const by = { credential, tokens: credentials, baseUrl: target.baseUrl }
  const prepared = {
    operation,
    role,
    ...values,
    ...(access === undefined ? {} : { access }),
    ...(method === undefined ? {} : { method }),
    ...(raw === undefined ? {} : { raw }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(withoutContentType === undefined ? {} : { withoutContentType }),
    ...(withoutAccept === undefined ? {} : { withoutAccept }),
  }
  const headers = await headersFor(prepared, by)
  const built = await buildRequest({ ...prepared, headers }, by)
  return {
    sent: { ...values, headers },
    ...(then === undefined ? {} : { then }),
    request: target.prepare?.(built, aCase) ?? built,
  }
}

/**
 * Returns the message of a `ContractError`, in one line, as the reason why a case is blocked. Throws other errors
 * again, because they are bugs of the gate.
 */
export function blockedBy(error: unknown): Reason {
  if (!(error instanceof ContractError)) throw error
  const { what, where, next } = error.details
  // The code `bad-argument` means here that the run lacks a value. The message of this code, "An argument is invalid",
  // would be misleading.
  const fault = error.code === 'bad-argument' && what !== undefined ? what : (error.message.split('\n')[0] ?? '')
  const place = where === undefined ? '' : ` (${where})`
  return { kind: 'blocked', because: `${fault}${place}${next === undefined ? '' : `: ${next}`}` }
}

function credentialOf(aCase: Case, established: Established | undefined, target: Target): Credential | undefined {
  const role = aCase.access === undefined ? aCase.as : 'partner'
  if (role === 'anonymous' || role === 'malformed') return { type: 'none' }
  return established?.credentials[role] ?? target.credentials?.[role]
}

/**
 * Returns why a case that tests a security alternative is not sent: the user gave no credentials for this alternative.
 * Returns undefined if the case can be sent. A security alternative is one item of `security` in the document.
 */
function alternativeWithoutCredentials({ access, operation }: Case, credential: Credential): Reason | undefined {
  const alternative = operation.security.find(({ pointer }) => pointer === access?.alternative)
  if (alternative === undefined || meetsAlternative(credential, alternative)) return undefined
  const because = `no credentials were given for this security alternative: add ${credentialOptions({ security: [alternative] })}`
  return { kind: 'not-run', because }
}

/**
 * Returns the reason why a case is not sent: its role has no credentials. For the role `partner` and for roles in
 * scenarios, the case is then blocked. For other roles, it is not applicable.
 */
function withoutCredential({ as, operation }: Case, target: Target): Reason {
  const because =
    target.withoutRole?.(as) ??
    `this target has no credentials for ${as === 'partner' ? 'a partner' : `the role ${as}`}`
  const isNeeded = as === 'partner' || operation.scenarios.some((scenario) => scenario.as.includes(as))
  return isNeeded ? { kind: 'blocked', because } : { kind: 'not-applicable', because }
}

/** Returns the parameters of a case's provider state, including defaults. */
function parametersOf({ given, operation }: Case): JsonObject {
  return given === undefined ? {} : { ...defaultsOf(operation, given.state), ...given.with }
}
