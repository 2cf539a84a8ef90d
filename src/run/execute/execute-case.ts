import type { Case, Then } from '../../cases/case.ts'
import { resolveLiterals } from '../../cases/literals.ts'
import { ContractError } from '../../errors.ts'
import { buildRequest } from '../../exchanges/build-request.ts'
import type { Credentials } from '../../exchanges/credentials.ts'
import { isAnswer, type Exchange, type RawRequest } from '../../exchanges/exchange.ts'
import { recordExchange } from '../../exchanges/record-exchange.ts'
import type { Credential } from '../../exchanges/credential.ts'
import type { Observation } from '../../exchanges/observation.ts'
import type { Established, Target } from '../../targets/target.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Sent, Execution } from '../../evidence/execution.ts'
import type { Outcome } from './timeout-circuit-breaker.ts'
import type { RunClock } from '../run-clock.ts'
import type { StopConditions } from './stop-conditions.ts'

/** What carrying out needs beside the case. */
export interface ExecuteCase {
  readonly target: Target
  readonly clock: RunClock
  readonly credentials: Credentials
  /** Values of paths that other operations' answers link to. */
  readonly linked?: ReadonlyMap<Operation, JsonObject>
  /** Hears what is waited for in vain, and says when a run goes on no further. Without it, it goes on. */
  readonly stopConditions?: Pick<StopConditions, 'begin' | 'lost' | 'reason'>
}

/** A provider state, with what was read of it before anything was sent. */
export interface Scene {
  readonly established?: Established
  readonly before?: Observation
}

/** Why a case is not carried out. */
export type Reason = NonNullable<Execution['without']>

/** Establishes a case's provider state and reads it. Gives a reason where that cannot be done. */
export async function setScene(
  aCase: Case,
  context: Pick<ExecuteCase, 'target' | 'clock' | 'stopConditions'>,
): Promise<Scene | Reason> {
  const { target } = context
  if (aCase.given === undefined || !target.shows.state) return {}
  if (target.states === undefined) {
    return { kind: 'not-applicable', because: 'this target has nobody who establishes provider states' }
  }
  const declared = aCase.operation.states.get(aCase.given.state)
  const fail = failing(aCase, context)
  try {
    const established = await target.states.establish({
      state: aCase.given.state,
      with: { ...defaultsOf(declared?.with), ...aCase.given.with },
      caseId: aCase.path,
    })
    const before = await established.observe?.()
    return { established, ...(before === undefined ? {} : { before }) }
  } catch (error) {
    return fail(error)
  }
}

/** Sends a case's first step, if it has one, and reads what is there then. Gives a reason where it is not accepted. */
export async function takeFirstStep(aCase: Case, scene: Scene, context: ExecuteCase): Promise<Scene | Reason> {
  const { first, firstAs = aCase.as, ...rest } = aCase
  const { established } = scene
  if (first === undefined) return scene
  const { exchange, without } = await executeCase(
    { ...rest, as: firstAs, send: first },
    established ? { established } : {},
    context,
  )
  if (without !== undefined) return without
  const status = exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
  if (status === undefined || status < 200 || status > 299) {
    return { kind: 'blocked', because: `its first step was answered ${status ?? 'not at all'}` }
  }
  try {
    const before = scene.before === undefined ? undefined : await established?.observe?.()
    return { ...(established ? { established } : {}), ...(before === undefined ? {} : { before }) }
  } catch (error) {
    return blockedBy(error)
  }
}

/** Sends a case into its scene and reads what is there later. Never throws for what the target does. */
export async function executeCase(aCase: Case, scene: Scene, context: ExecuteCase): Promise<Execution> {
  const { target, clock } = context
  const facts = { case: aCase, target: { name: target.name, shows: target.shows } }
  const { established, before } = scene
  const credential = credentialOf(aCase, established, target)
  if (credential === undefined) return { ...facts, without: withoutCredential(aCase) }
  const fail = failing(aCase, context)
  try {
    const { sent, then, request } = await requestOf(aCase, scene, context, credential)
    const hear = context.stopConditions?.begin(aCase.operation)
    const exchange = await recordExchange(target, request, clock)
    hear?.(outcomeOf(exchange))
    const invented = isAnswer(exchange.answer) ? target.invented?.(exchange.answer) : undefined
    const later = before === undefined ? undefined : await established?.observe?.()
    return {
      ...facts,
      sent,
      exchange,
      ...(then === undefined ? {} : { then }),
      ...(established === undefined ? {} : { given: established.given }),
      ...(before === undefined ? {} : { before }),
      ...(later === undefined ? {} : { later }),
      ...(invented === undefined ? {} : { without: { kind: 'blocked', because: invented } }),
    }
  } catch (error) {
    return { ...facts, without: fail(error) }
  }
}

function outcomeOf({ answer, milliseconds }: Exchange): Outcome {
  if (isAnswer(answer)) return 'answered'
  return { failed: answer.message, milliseconds, late: answer.kind === 'timed-out' }
}

/** What to make of an error in all that a request needs besides: that may be waited for in vain too. */
function failing(
  { operation }: Case,
  { clock, stopConditions }: Pick<ExecuteCase, 'clock' | 'stopConditions'>,
): (error: unknown) => Reason {
  const begun = clock.elapsed()
  const hear = stopConditions?.begin(operation)
  return (error) => {
    const reason = blockedBy(error)
    hear?.({ failed: reason.because, milliseconds: clock.elapsed() - begun })
    return reason
  }
}

/** The request of a case as it would be sent, with a placeholder where credentials go. */
export async function previewRequest(aCase: Case, scene: Scene, context: ExecuteCase): Promise<RawRequest> {
  return (await requestOf(aCase, scene, context, { type: 'placeholder' })).request
}

async function requestOf(
  aCase: Case,
  { established }: Scene,
  { target, clock, credentials, linked }: ExecuteCase,
  credential: Credential,
): Promise<{ sent: Sent; then?: Then; request: RawRequest }> {
  const literals = { now: clock.start, ...(established === undefined ? {} : { state: established }) }
  const resolve = (value: Json): Json =>
    aCase.verbatim === true ? value : resolveLiterals(value, literals, aCase.path)
  const resolved = (value: JsonObject | undefined): JsonObject => {
    const found = resolve(value ?? {})
    return isObject(found) ? found : {}
  }
  const { send, expect } = aCase
  const body = send.body === undefined || send.raw !== undefined ? undefined : resolve(send.body)
  const sent: Sent = {
    path: { ...linked?.get(aCase.operation), ...established?.path, ...resolved(send.path) },
    query: resolved(send.query),
    headers: resolved(send.headers),
    ...(body === undefined ? {} : { body }),
  }
  const then =
    expect.kind === 'status' && expect.then !== undefined
      ? {
          body: resolved(expect.then.body) as Record<string, Json>,
          headers: resolved(expect.then.headers) as Record<string, Json>,
        }
      : undefined
  const { operation, as: role, method, withoutContentType } = aCase
  const { raw, contentType } = send
  const prepared = {
    operation,
    role,
    ...sent,
    ...(method === undefined ? {} : { method }),
    ...(raw === undefined ? {} : { raw }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(withoutContentType === undefined ? {} : { withoutContentType }),
  }
  const built = await buildRequest(prepared, { credential, tokens: credentials, baseUrl: target.baseUrl })
  return { sent, ...(then === undefined ? {} : { then }), request: target.prepare?.(built, aCase) ?? built }
}

/** What is wrong with the surroundings keeps a case from being judged; what is wrong with us is thrown on. */
export function blockedBy(error: unknown): Reason {
  if (error instanceof ContractError) return { kind: 'blocked', because: error.message.replaceAll(/\s*\n\s*/g, '; ') }
  throw error
}

function credentialOf(aCase: Case, established: Established | undefined, target: Target): Credential | undefined {
  if (aCase.as === 'anonymous' || aCase.as === 'malformed') return { type: 'none' }
  return established?.credentials[aCase.as] ?? target.credentials?.[aCase.as]
}

/** Without credentials that the document itself asks for nothing can be judged; other roles are there or are not. */
function withoutCredential({ as, operation }: Case): Reason {
  const because = `this target has no credentials that are ${as === 'partner' ? "a partner's" : as}`
  const isAsked = as === 'partner' || operation.scenarios.some((scenario) => scenario.as.includes(as))
  return isAsked ? { kind: 'blocked', because } : { kind: 'not-applicable', because }
}

function defaultsOf(schema: JsonObject | undefined): JsonObject {
  const properties = schema?.['properties']
  if (!isObject(properties)) return {}
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) =>
      isObject(property) && property['default'] !== undefined ? [[name, property['default']]] : [],
    ),
  )
}
