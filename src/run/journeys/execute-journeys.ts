import { isSuccess } from '../../exchanges/exchange.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { sameValue } from '../../evidence/same-value.ts'
import type { JsonObject } from '../../json.ts'
import { executeCase, type ExecuteCase, type Reason } from '../execute/execute-case.ts'
import { PATIENCE, readResource } from '../execute/second-read.ts'
import type { GatheredValues, MadeObject } from '../gather/gather-values.ts'
import { contextOf } from '../plan-run.ts'
import type { RunSettings } from '../run-settings.ts'
import { graphOf } from '../gather/gathered-keys.ts'
import { isOfAbsent } from './absent-steps.ts'
import { executeAbsent } from './execute-absent.ts'
import { again, whyNotAgain } from './create-again.ts'
import { isOfOther, otherSteps } from './other-steps.ts'
import { planJourneys } from './plan-journeys.ts'

/**
 * The executions of all journeys, and the objects that were created by writes to ids that did not exist. A journey is a
 * sequence of requests about one object.
 */
export interface ExecutedJourneys {
  readonly executions: readonly Execution[]
  readonly made: readonly MadeObject[]
}

/**
 * Sends the requests about each object in order, such as delete, read and delete again. Deletes children before
 * parents. If the gate could not create an object, sends no request about it. If the DELETE of an object fails, sends
 * no further request about this object. The replay of one request also sends the requests before it.
 */
export async function executeJourneys(
  steps: readonly Case[],
  settings: RunSettings,
  { made, lost }: GatheredValues,
  context: ExecuteCase,
): Promise<ExecutedJourneys> {
  const wanted = new Set(steps.map(({ path }) => path))
  const keys = new Set(steps.flatMap(({ journey }) => journey?.key ?? []))
  const all = settings.only === undefined ? steps : planJourneys(settings, contextOf(settings), [])
  const executions: Execution[] = []
  const since: MadeObject[] = []
  const graph = graphOf(settings)
  const order = [...keys].toSorted((one, other) => other.split('/').length - one.split('/').length)
  for (const key of order) {
    const object = made.find((each) => each.value.key === key && !lost.has(each))
    const own = all.filter(({ journey }) => journey?.key === key)
    const value = graph.find((each) => each.key === key)
    for (const aCase of own.filter((each) => isOfAbsent(each) && wanted.has(each.path))) {
      const because = context.stopConditions?.reason(aCase.operation)
      const sent = because === undefined && value ? await executeAbsent(aCase, value, context) : undefined
      executions.push(sent?.execution ?? notSent(aCase, context, { kind: 'not-run', because: because ?? 'unknown' }))
      if (sent?.made !== undefined) since.push(sent.made)
    }
    executions.push(
      ...(await executeJourney(
        own.filter((each) => !isOfAbsent(each)),
        object,
        context,
      )),
    )
  }
  return { executions: executions.filter((execution) => wanted.has(execution.case.path)), made: since }
}

function notSent(aCase: Case, { target: { name, shows } }: ExecuteCase, without: Reason): Execution {
  return { case: aCase, target: { name, shows }, without }
}

async function executeJourney(
  steps: readonly Case[],
  object: MadeObject | undefined,
  context: ExecuteCase,
): Promise<Execution[]> {
  const executions: Execution[] = []
  const asOther = otherSteps(object, context)
  let other: Reason | undefined
  let without: Reason | undefined =
    object === undefined
      ? { kind: 'not-applicable', because: 'the gate could not create the object that this request needs' }
      : undefined
  for (const aCase of steps) {
    const stopped = context.stopConditions?.reason(aCase.operation)
    if (stopped !== undefined) without = { kind: 'not-run', because: stopped }
    const because =
      without ?? whyNotAgain(aCase, object) ?? (isOfOther(aCase) ? (other ?? asOther.whyNotSent(aCase)) : undefined)
    if (because !== undefined || object === undefined) {
      executions.push(notSent(aCase, context, because ?? { kind: 'not-applicable', because: 'no object' }))
      continue
    }
    const prepared = isOfOther(aCase) ? asOther.prepared(aCase) : await again(aCase, object, context)
    const sent = await executeStep(prepared, steps, object.path, context)
    const unknown = isOfOther(aCase) ? whyNotAuthenticated(sent) : undefined
    const nothing = unknown ?? (isOfOther(aCase) ? await asOther.whyNothing(sent) : undefined)
    const execution = { ...sent, case: aCase, ...(nothing === undefined ? {} : { without: nothing }) }
    executions.push(execution)
    if (isOfOther(aCase)) other ??= unknown
    else without = whyNotDeleted(execution)
  }
  return executions
}

async function executeStep(
  aCase: Case,
  steps: readonly Case[],
  path: JsonObject,
  context: ExecuteCase,
): Promise<Execution> {
  // Uses the id of the created object even if the user gave another id for this operation, because all requests of a
  // journey concern the same object.
  const send = async (each: Case): Promise<Execution> => {
    const own = { ...each, send: { ...each.send, path: { ...each.send.path, ...path } } }
    return { ...(await executeCase(own, {}, context)), case: each }
  }
  const reading = steps.find(({ journey }) => journey?.step === 'read-deleted')
  const execution = await send(aCase)
  const status = statusOf(execution)
  if (aCase.journey?.step === 'update-deleted' && reading !== undefined && isSuccess(status)) {
    let readStatus = statusOf(await send(reading))
    if (readStatus === 404) {
      await wait(PATIENCE)
      readStatus = statusOf(await send(reading))
    }
    return { ...execution, ...(readStatus === undefined ? {} : { readStatus }) }
  }
  if (aCase.journey?.step === 'json-patch' && isSuccess(status)) return readPatched(execution, context)
  if (aCase.journey?.step !== 'delete') return execution
  // A server may refuse to delete an object. This is no fault, and it shows that the operation is reachable.
  if (status !== undefined && status >= 400 && status < 500)
    return { ...execution, without: { kind: 'not-applicable', because: `the server answered ${status}` } }
  const { before, later, ...rest } = execution
  const isUnchanged = before?.subject != null && sameValue(before.subject, later?.subject ?? null)
  if (!isUnchanged || reading === undefined) return execution
  await wait(PATIENCE)
  return statusOf(await send(reading)) === 200 ? execution : rest
}

/** Reads the object again after a JSON Patch, because the first read may have returned an outdated copy. */
async function readPatched(execution: Execution, { target, credentials }: ExecuteCase): Promise<Execution> {
  const { readBy, sent } = execution
  const credential = target.credentials?.partner
  if (readBy === undefined || sent === undefined || credential === undefined) return execution
  await wait(PATIENCE)
  const by = { credential, tokens: credentials, baseUrl: target.baseUrl, sender: target }
  const later = await readResource(readBy, sent.path, by)
  return later === undefined ? execution : { ...execution, later }
}

/**
 * Returns why the refusal of a second user's request proves nothing: the server does not accept this user's
 * credentials. Returns undefined if the refusal proves something.
 */
function whyNotAuthenticated(execution: Execution): Reason | undefined {
  const status = statusOf(execution)
  const isRefused = execution.case.journey?.step === 'list-as-other' && !isSuccess(status)
  if (status !== 401 && !isRefused) return undefined
  const because = `the server answered ${status ?? 'nothing'} to the second user: check the credentials of --as`
  return { kind: 'blocked', because }
}

/**
 * Returns why the next requests of a journey prove nothing: the object was not deleted, can still be read, or is
 * deleted only after some time. Returns undefined if the object is deleted.
 */
function whyNotDeleted(execution: Execution): Reason | undefined {
  const step = execution.case.journey?.step
  const status = statusOf(execution)
  if (step === 'read-deleted' && status === 200)
    return { kind: 'not-applicable', because: 'the deleted object can still be read' }
  if (step !== 'delete') return undefined
  if (status === 202) return { kind: 'not-applicable', because: 'the server answered 202: the removal may take time' }
  return isSuccess(status) ? undefined : { kind: 'not-applicable', because: 'the object was not deleted' }
}
