import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { isSuccess } from '../../exchanges/exchange.ts'
import type { Observation } from '../../exchanges/observation.ts'
import {
  blockedBy,
  executeCase,
  setScene,
  takeFirstStep,
  type ExecuteCase,
  type Reason,
  type Scene,
} from './execute-case.ts'
import type { CaseGroup } from './group-cases-by-state.ts'

/**
 * Sends the cases of a group, which share a fixture. Reads the fixture before the first case and after the last case.
 * If the fixture changed, sends each case again with a separate fixture, to find out which case changes it. If a case
 * gets another status the second time, returns both of its executions, unless an earlier case had already changed the
 * fixture. Does not throw if the target fails.
 */
export async function executeCaseGroup(group: CaseGroup, context: ExecuteCase): Promise<Execution[]> {
  const [first] = group.cases
  if (first === undefined) return []
  if (group.cases.length === 1) return [await alone(first, context)]
  const scene = await setScene(first, context)
  if (isReason(scene)) return group.cases.map((aCase) => without(aCase, scene, context))
  const executions: Execution[] = []
  const { before: _before, ...unread } = scene
  for (const aCase of group.cases) {
    const because = context.stopConditions?.reason(aCase.operation)
    executions.push(
      because === undefined
        ? await executeCase(aCase, unread, context)
        : without(aCase, { kind: 'not-run', because }, context),
    )
  }
  const { before } = scene
  const left = await leave(scene)
  if (isReason(left)) return executions.map((execution) => ({ ...execution, without: execution.without ?? left }))
  const { later } = left
  if (before === undefined || later === undefined) return executions
  const read = executions.map((execution) => ({ ...execution, before, later }))
  if (isSame(before, later)) return read
  const again = await eachAlone(group, context)
  const repeated = again.findIndex(leavesTrace)
  const accepted = executions.findIndex((execution) => isSuccess(statusOf(execution)))
  const culprit = repeated === -1 ? accepted : repeated
  // The shared fixture changed although the server refused every request, but no repeated request changed its own
  // fixture. The change is reported all the same.
  if (culprit === -1) return [...read, ...again]
  // Drops the first executions of all later cases, because these cases used the changed fixture.
  const untouched = executions.slice(0, culprit + 1)
  return [...untouched.filter((execution, index) => hasOtherStatus(execution, again[index])), ...again]
}

/** Sends each case again, in sequence and with its own fixture. Ends early if the run must stop. */
async function eachAlone({ cases }: CaseGroup, context: ExecuteCase): Promise<Execution[]> {
  const executions: Execution[] = []
  for (const aCase of cases) {
    if (context.stopConditions?.lost(aCase.operation) !== undefined) break
    executions.push(await alone(aCase, context))
  }
  return executions
}

async function alone(aCase: Case, context: ExecuteCase): Promise<Execution> {
  const scene = await setScene(aCase, context)
  if (isReason(scene)) return without(aCase, scene, context)
  const ready = await takeFirstStep(aCase, scene, context)
  const execution = isReason(ready) ? without(aCase, ready, context) : await executeCase(aCase, ready, context)
  const { before: _before, ...unread } = scene
  const left = await leave(unread)
  return isReason(left) && execution.without === undefined ? { ...execution, without: left } : execution
}

/** Reads the fixture again if it was read before the case. Then releases the provider state. */
async function leave({ before, established }: Scene): Promise<{ readonly later?: Observation } | Reason> {
  try {
    const later = before === undefined ? undefined : await established?.observe?.()
    await established?.release?.()
    return later === undefined ? {} : { later }
  } catch (error) {
    return { ...blockedBy(error), isAfter: true }
  }
}

function without(aCase: Case, reason: Reason, { target }: ExecuteCase): Execution {
  return { case: aCase, target: { name: target.name, shows: target.shows }, without: reason }
}

function isReason(found: object): found is Reason {
  return 'kind' in found
}

function leavesTrace({ before, later }: Execution): boolean {
  return before !== undefined && later !== undefined && !isSame(before, later)
}

/** True if the second execution got another status or no response. */
function hasOtherStatus(first: Execution, second: Execution | undefined): boolean {
  return statusOf(first) !== undefined && statusOf(first) !== statusOf(second ?? {})
}

function isSame(one: Observation, other: Observation): boolean {
  return sameValue(one.subject, other.subject) && sameValue(one.bystander, other.bystander)
}
