import type { Operation } from '../operations/operation.ts'
import { baseRequest } from './base-request.ts'
import type { Case } from './case.ts'
import { makers } from './makers.ts'
import type { PlanContext } from './plan-context.ts'

/** A case that is not sent, and why: this kind of target cannot show it. */
export interface HiddenCase {
  readonly case: Case
  readonly because: string
}

export interface Plan {
  readonly cases: readonly Case[]
  readonly hidden: readonly HiddenCase[]
}

/**
 * The cases for some operations, in the order in which they are sent. `hides` says why a target cannot show a case.
 * Same operations, context and `hides`: same plan.
 */
export function planCases(
  operations: readonly Operation[],
  context: PlanContext,
  hides: (aCase: Case) => string | undefined = () => undefined,
): Plan {
  const drawn = operations.flatMap((operation) => {
    const base = baseRequest(operation, context)
    return makers.flatMap((maker) => maker.make(operation, base, context))
  })
  const cases: Case[] = []
  const hidden: HiddenCase[] = []
  const taken = new Set<string>()
  for (const each of drawn) {
    const aCase = { ...each, path: unique(each.path, taken) }
    const because = hides(aCase)
    if (because === undefined) cases.push(aCase)
    else hidden.push({ case: aCase, because })
  }
  return { cases, hidden }
}

function unique(path: string, taken: Set<string>): string {
  let name = path
  for (let count = 2; taken.has(name); count++) name = `${path}~${count}`
  taken.add(name)
  return name
}
