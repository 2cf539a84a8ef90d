import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../json.ts'
import { ContractError } from '../errors.ts'
import { isOpen } from '../clauses/list-clauses.ts'
import type { Operation } from '../operations/operation.ts'
import { baseRequest } from './base-request.ts'
import type { Case } from './case.ts'
import { destructiveReason } from './destructive/destructive-reason.ts'
import { unownedTarget } from './destructive/unowned-target.ts'
import { makers } from './makers.ts'
import { parametersFor } from './parameters-for.ts'
import type { PlanContext } from './plan-context.ts'

/** A case that is not sent, because the target could not show whether it passes. `because` is the reason. */
export interface HiddenCase {
  readonly case: Case
  readonly because: string
}

/** The cases to send, and the cases and operations that are left out. */
export interface Plan {
  readonly cases: readonly Case[]
  readonly hidden: readonly HiddenCase[]
  readonly unplanned: readonly Unplanned[]
}

/**
 * An operation without cases. `because` is the reason. `blocked` means that no request can be generated. `not-run`
 * means that the operation may be destructive.
 */
export interface Unplanned {
  readonly operation: Operation
  readonly state: 'blocked' | 'not-run'
  readonly because: string
}

/**
 * Returns the cases of the operations in the order of sending. `hides` returns a reason if the target cannot show the
 * result of a case. The same arguments give the same plan.
 */
export function planCases(
  operations: readonly Operation[],
  context: PlanContext,
  hides: (aCase: Case) => string | undefined = () => undefined,
): Plan {
  const unplanned: Unplanned[] = []
  const collections = collectionsOf(operations)
  const drawn = operations.flatMap((operation) => {
    if (operation.isWebhooks === true) return []
    const parameters = parametersFor(operation, context.parameters)
    const isCareful = context.target === 'live' && !context.allowDestructive
    const unowned = isCareful && !context.hasStates ? unownedTarget(operation, parameters) : undefined
    const destructive = isCareful ? (destructiveReason(operation) ?? unowned) : undefined
    if (destructive !== undefined) {
      unplanned.push({ operation, state: 'not-run', because: `${destructive}; pass --allow-destructive to send it` })
      return []
    }
    try {
      if (operation.broken !== undefined) throw operation.broken
      const own = { ...context, parameters, makesItems: collections.has(withoutSlashes(operation.path)) }
      const base = baseRequest(operation, own)
      const made = makers.flatMap((maker) => maker.make(operation, base, own))
      return withoutRepeats(made.filter(({ negative }) => negative === undefined || !isOpen(operation, negative)))
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      unplanned.push({ operation, state: 'blocked', because: error.message.replaceAll(/\s*\n\s*/g, '; ') })
      return []
    }
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
  return { cases, hidden, unplanned }
}

/**
 * Removes a valid case if an earlier case sends the same request. Also removes an update of two fields if a scenario
 * with status 2xx updates the same two fields. The clauses of a removed case are added to the case that is kept.
 */
function withoutRepeats(cases: readonly Case[]): Case[] {
  const kept: Case[] = []
  for (const each of cases) {
    const same = each.expect.kind === 'accepted' ? kept.findIndex((other) => isRepeat(each, other)) : -1
    const other = kept[same]
    if (other === undefined) kept.push(each)
    else kept[same] = { ...other, proves: [...new Set([...other.proves, ...each.proves])] }
  }
  return kept
}

function isRepeat(each: Case, other: Case): boolean {
  if (each.operation !== other.operation || other.as !== each.as || !expectsSuccess(other)) return false
  if (!isDeepStrictEqual([each.first, each.access], [other.first, other.access])) return false
  const [fields, others] = [each, other].map(({ send }) => Object.keys(isObject(send.body) ? send.body : {}).toSorted())
  const [sent, otherSent] = [each, other].map(({ send }) => ({ ...send, path: send.path ?? {} }))
  const isSame = isDeepStrictEqual(sent, otherSent) && isDeepStrictEqual(each.given, other.given)
  const isPair = each.maker === 'valid' && other.maker === 'scenario' && fields?.length === 2
  return isSame || (isPair && isDeepStrictEqual(fields, others))
}

function expectsSuccess({ ask, expect }: Case): boolean {
  if (ask !== undefined) return false
  return expect.kind === 'accepted' || (expect.kind === 'status' && expect.status.startsWith('2'))
}

function unique(path: string, taken: Set<string>): string {
  let name = path
  for (let count = 2; taken.has(name); count++) name = `${path}~${count}`
  taken.add(name)
  return name
}

/** Returns the paths of collections that have an item path. Example: `/pets`, because `/pets/{id}` exists. */
function collectionsOf(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(operations.flatMap(({ path }) => /^(.*)\/\{[^{}/]+\}\/?$/s.exec(path)?.[1] ?? []))
}

function withoutSlashes(path: string): string {
  return path.replace(/\/+$/, '')
}
