import { isSuccess } from '../../exchanges/exchange.ts'
import { cleanUpCase } from '../../cases/clean-up-case.ts'
import { statusOf } from '../../evidence/execution.ts'
import { isSameTemplate, renamedValues } from '../../journeys/same-template.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { contextOf } from '../plan-run.ts'
import type { PlanSettings } from '../run-settings.ts'
import { executeCase, type ExecuteCase } from '../execute/execute-case.ts'
import type { MadeObject } from './gather-values.ts'

/** An object that the gate made, and the result of removing it. */
export interface RemovedObject extends MadeObject {
  /**
   * The operation that removed the object: a DELETE that the server accepted, or answered with 404 or 410. Undefined if
   * the object is still there.
   */
  readonly removedBy?: Operation
  /** The reason why the object is still there. */
  readonly because?: string
}

/**
 * Removes objects that the gate made, the last one first. Sends the documented DELETE of the path of each object, if it
 * is an operation of the run. Never sends a DELETE for any other object.
 */
export async function removeMade(
  made: readonly MadeObject[],
  judgements: readonly Judgement[],
  settings: PlanSettings,
  context: ExecuteCase,
): Promise<RemovedObject[]> {
  const removed: RemovedObject[] = []
  for (const each of made.toReversed()) {
    const deletion = settings.operations.find(
      ({ method, path, broken }) => method === 'DELETE' && broken === undefined && isSameTemplate(path, each.value.key),
    )
    const isFirst = each === made.find(({ value }) => value.key === each.value.key)
    const gone = isFirst && isRemovedInJourney(each, judgements) && deletion ? { removedBy: deletion } : undefined
    removed.unshift({ ...each, ...(gone ?? (await remove(each, deletion, settings, context))) })
  }
  return removed
}

/**
 * True if the server accepted the DELETE of the journey, and no update afterwards. The object is not deleted again,
 * because the server may already have given its identifier to an object of another client.
 */
function isRemovedInJourney({ value }: MadeObject, judgements: readonly Judgement[]): boolean {
  const accepted = judgements.flatMap(({ execution }) => {
    const { journey } = execution.case
    return journey?.key === value.key && isSuccess(statusOf(execution)) ? [journey.step] : []
  })
  return accepted.includes('delete') && !accepted.includes('update-deleted')
}

async function remove(
  { path, value }: MadeObject,
  deletion: Operation | undefined,
  settings: PlanSettings,
  context: ExecuteCase,
): Promise<Pick<RemovedObject, 'removedBy' | 'because'>> {
  if (deletion === undefined) return { because: 'the run has no DELETE for this object' }
  const aCase = cleanUpCase(deletion, contextOf(settings))
  const named = renamedValues(path, value.key, deletion.path)
  const execution = await executeCase(aCase, {}, { ...context, gathered: new Map([[deletion, named]]) })
  const status = statusOf(execution)
  if (status === undefined) return { because: execution.without?.because ?? `${deletion.id} got no response` }
  const isGone = isSuccess(status) || status === 404 || status === 410
  return isGone ? { removedBy: deletion } : { because: `${deletion.id} answered ${status}` }
}
