import { isSuccess } from '../../exchanges/exchange.ts'
import { cleanUpCase } from '../../cases/clean-up-case.ts'
import { deletedIsGone } from '../../rules/update/deleted-is-gone.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { asText } from '../../json.ts'
import type { ExecutedPlan } from '../execute/execute-plan.ts'
import { isSameTemplate, renamedValues } from '../../journeys/same-template.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { contextOf } from '../plan-run.ts'
import type { PlanSettings } from '../run-settings.ts'
import { executeCase, type ExecuteCase } from '../execute/execute-case.ts'
import type { MadeObject } from './gather-values.ts'

/** An object that the gate created, and the result of deleting it. */
export interface RemovedObject extends MadeObject {
  /**
   * The DELETE operation that deleted the object. The server accepted its DELETE request, or answered it with 404 or
   * 410 because an earlier DELETE had deleted the object. Undefined if the object may still exist.
   */
  readonly removedBy?: Operation
  /** The reason why the object may still exist. */
  readonly because?: string
  /**
   * True if the object is no longer at its path, although the run did not delete it. An update may have moved it to
   * another path.
   */
  readonly isNotFound?: true
}

/**
 * Deletes the objects that the gate created, the last one first. Uses the documented DELETE on the path of each object.
 * Never deletes any other object.
 */
export async function removeMade(
  { madeSince, gathered, context }: Pick<ExecutedPlan, 'madeSince' | 'gathered' | 'context'>,
  judgements: readonly Judgement[],
  settings: PlanSettings,
): Promise<RemovedObject[]> {
  const made = madeSince()
  // If the user stopped the run, the objects must still be deleted.
  settings.target.goOn?.()
  const removed: RemovedObject[] = []
  for (const each of made.toReversed()) {
    const deletion = settings.operations.find(
      ({ method, path, broken }) => method === 'DELETE' && broken === undefined && isSameTemplate(path, each.value.key),
    )
    const isFirst = each === made.find((other) => other.value.key === each.value.key && !gathered.lost.has(other))
    const gone = isFirst && isRemovedInJourney(each, judgements) && deletion ? { removedBy: deletion } : undefined
    const result = gone ?? (await remove(each, deletion, settings, context, gathered.lost.has(each)))
    const isKept = result.removedBy !== undefined && doesNotRemove(result.removedBy, judgements)
    removed.unshift({
      ...each,
      ...(isKept ? { because: `${result.removedBy.id} was accepted but deleted nothing` } : result),
    })
  }
  return removed
}

/** True if the run showed that the server accepts this DELETE but deletes nothing. */
function doesNotRemove(deletion: Operation, judgements: readonly Judgement[]): boolean {
  return judgements.some(({ execution, findings }) => {
    return execution.case.operation === deletion && findings.some(({ rule }) => rule === deletedIsGone.id)
  })
}

/**
 * True if a case of the run deleted the object, and the server accepted no update of it afterwards. The gate then does
 * not delete this id again, because the id may now belong to another client's object.
 */
function isRemovedInJourney({ value }: MadeObject, judgements: readonly Judgement[]): boolean {
  const accepted = judgements.flatMap(({ execution }) => {
    const { journey } = execution.case
    return journey?.key === value.key && isSuccess(statusOf(execution)) ? [journey.step] : []
  })
  return accepted.includes('delete') && !accepted.includes('update-deleted')
}

async function remove(
  object: MadeObject,
  deletion: Operation | undefined,
  settings: PlanSettings,
  context: ExecuteCase,
  isLost: boolean,
): Promise<Pick<RemovedObject, 'removedBy' | 'because' | 'isNotFound'>> {
  const { path, value } = object
  if (deletion === undefined) return { because: 'the run has no DELETE for this object' }
  const aCase = cleanUpCase(deletion, contextOf(settings))
  const named = renamedValues(path, value.key, deletion.path)
  const execution = await executeCase(aCase, {}, { ...context, gathered: new Map([[deletion, named]]) })
  const status = statusOf(execution)
  if (status === undefined) return { because: execution.without?.because ?? `${deletion.id} got no response` }
  // The object was lost, for example because an update moved it to another path. A successful DELETE then does not
  // prove that the object is deleted, because a server may accept every DELETE.
  if (isSuccess(status)) return isLost ? { isNotFound: true } : { removedBy: deletion }
  if (status !== 404 && status !== 410) return { because: `${deletion.id} answered ${status}` }
  return isDeletedByRun(object, context.accepted ?? []) ? { removedBy: deletion } : { isNotFound: true }
}

/** True if the server accepted a DELETE of the object or of an object that contains it. */
function isDeletedByRun({ path, value }: MadeObject, accepted: readonly Execution[]): boolean {
  return accepted.some(({ case: { operation, method = operation.method }, sent }) => {
    const { length } = plainPath(operation.path).split('/')
    const above = value.key.split('/').slice(0, length).join('/')
    if (method !== 'DELETE' || !isSameTemplate(operation.path, above)) return false
    const named = renamedValues(path, value.key, operation.path)
    return Object.entries(sent?.path ?? {}).every(([name, each]) => asText(named[name] ?? null) === asText(each))
  })
}
