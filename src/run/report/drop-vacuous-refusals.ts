import { EXPLORE } from '../../cases/explored-path.ts'
import { tokens } from '../../document/json-pointer.ts'
import { statusOf, type Sent } from '../../evidence/execution.ts'
import { isObject, type Json } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import type { Target } from '../../targets/target.ts'

const VACUOUS = 'the same request without the defect was not accepted in this run'

/**
 * Removes the verdicts of refusals that prove nothing. Applies only to a live server without provider states. The
 * refusal of a negative case proves something if the server accepted the same request without the defect, or if it
 * accepted every valid request of the operation. Among the valid requests, random cases count only if they were
 * accepted.
 */
export function dropVacuousRefusals(
  judgements: readonly Judgement[],
  { name, shows }: Pick<Target, 'name' | 'shows'>,
): readonly Judgement[] {
  if (name !== 'live' || shows.state) return judgements
  const valid = new Map<Operation, { accepted: Sent[]; refused: number }>()
  for (const { execution } of judgements) {
    const { expect, as, operation, maker, access } = execution.case
    const status = statusOf(execution)
    // Cases that test credentials do not count, because the server may have refused only the credentials.
    if (as !== 'partner' || access !== undefined || expect.kind !== 'accepted' || status === undefined) continue
    const known = valid.get(operation) ?? { accepted: [], refused: 0 }
    valid.set(operation, known)
    if (status < 400 && execution.sent !== undefined) known.accepted.push(execution.sent)
    else if (maker !== EXPLORE) known.refused += 1
  }
  return judgements.map((judgement) => {
    const { execution, verdict } = judgement
    const { expect, negative, operation } = execution.case
    const isJudged = verdict === 'passed' || verdict === 'disproved'
    if (!isJudged || expect.kind !== 'refused' || negative === undefined) return judgement
    const { accepted, refused } = valid.get(operation) ?? { accepted: [], refused: 0 }
    if (accepted.length > 0 && refused === 0) return judgement
    if (accepted.some((positive) => isWithoutDefect(positive, execution.sent, negative.clause))) return judgement
    return { ...judgement, verdict: 'not-applicable', because: VACUOUS, exercised: [] }
  })
}

/**
 * True if two requests have the same parameters and the same top-level properties, apart from the one parameter or
 * property that has the defect.
 */
function isWithoutDefect(positive: Sent, defective: Sent | undefined, clause: string): boolean {
  if (defective === undefined) return false
  const { parameter, property } = placeOf(clause)
  const same = (one: Json | undefined, other: Json | undefined, but: string | undefined): boolean => {
    if (!isObject(one) || !isObject(other)) return true
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => name !== but)
    return names.every((name) => Object.hasOwn(one, name) === Object.hasOwn(other, name))
  }
  const isParameters =
    same(positive.query, defective.query, parameter) && same(positive.headers, defective.headers, parameter)
  // If the whole body is the defect, the properties need not be equal.
  const isWhole = parameter === undefined && property === undefined
  return isParameters && (isWhole || same(positive.body, defective.body, property))
}

/** Returns the parameter or top-level property that the JSON Pointer of a clause names. */
function placeOf(clause: string): { readonly parameter?: string; readonly property?: string } {
  const [first, second, ...rest] = tokens(clause)
  if (first === 'parameters') return second === undefined ? {} : { parameter: second }
  const at = rest.findIndex((token) => token === 'properties' || token === 'required')
  const property = at === -1 ? undefined : rest[at + 1]
  return property === undefined ? {} : { property }
}
