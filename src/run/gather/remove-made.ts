import { cleanUpCase } from '../../cases/clean-up-case.ts'
import { statusOf } from '../../evidence/execution.ts'
import { plainPath } from '../../journeys/path-value.ts'
import type { Operation } from '../../operations/operation.ts'
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
  settings: PlanSettings,
  context: ExecuteCase,
): Promise<RemovedObject[]> {
  const removed: RemovedObject[] = []
  for (const each of made.toReversed()) {
    const deletion = settings.operations.find(
      ({ method, path, broken }) => method === 'DELETE' && broken === undefined && plainPath(path) === each.value.key,
    )
    removed.unshift({ ...each, ...(await remove(each, deletion, settings, context)) })
  }
  return removed
}

async function remove(
  { path }: MadeObject,
  deletion: Operation | undefined,
  settings: PlanSettings,
  context: ExecuteCase,
): Promise<Pick<RemovedObject, 'removedBy' | 'because'>> {
  if (deletion === undefined) return { because: 'the run has no DELETE for this object' }
  const aCase = cleanUpCase(deletion, contextOf(settings))
  const execution = await executeCase(aCase, {}, { ...context, gathered: new Map([[deletion, path]]) })
  const status = statusOf(execution)
  if (status === undefined) return { because: execution.without?.because ?? `${deletion.id} got no response` }
  const isGone = (status >= 200 && status < 300) || status === 404 || status === 410
  return isGone ? { removedBy: deletion } : { because: `${deletion.id} answered ${status}` }
}
