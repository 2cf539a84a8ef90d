import type { RefusalRule } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { trueRules, type RequestFacts } from '../../refusals/decide-request.ts'
import { drawPool, type Size } from './choose-rows.ts'
import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import { factsOfScenario } from './decide-scenario.ts'
import type { Dimension } from './dimension.ts'

/**
 * Chooses a few combinations for which several refusal rules are true at the same time. They show whether the server
 * checks in the order of the rules. Combinations that show many conflicts which no scenario shows are preferred. Nearly
 * all servers check credentials first, so conflicts with that rule are chosen last. The same arguments give the same
 * combinations.
 */
export function chooseConflicts(
  operation: Operation,
  dimensions: readonly Dimension[],
  combiner: Combiner,
  size: Size,
): Combination[] {
  const pool = drawPool(dimensions, combiner, size, drawConflict).filter(({ decision }) => decision.kind === 'refused')
  const goalsOf = ({ facts }: Combination): string[] => conflictsOf(operation, facts)
  const shown = shownByScenarios(operation)
  const isWithAccess = ({ decision }: Combination): boolean =>
    decision.kind === 'refused' && !decision.rule.when.includes('"anonymous"')
  const main = cover(pool.filter(isWithAccess), goalsOf, size.most - LAST, shown)
  const last = cover(pool, goalsOf, size.most - main.length, [...shown, ...main.flatMap(goalsOf)])
  return [...main, ...last]
}

/** The number of combinations that may be about credentials. */
const LAST = 2

function shownByScenarios(operation: Operation): string[] {
  return operation.scenarios.flatMap((scenario) =>
    scenario.as.flatMap((role) => {
      const facts = factsOfScenario(operation, scenario, role)
      return facts === undefined ? [] : conflictsOf(operation, facts)
    }),
  )
}

/**
 * Returns the conflicts that a request shows. A conflict is the first true rule together with the status of a later
 * true rule. An invalid request shows only conflicts with rules about invalid requests, because a server can check
 * values only after it has parsed a valid request. A conflict between two rules about the caller or the record is
 * listed three times, so that it is chosen first: a server that checks them in another order reveals the record to a
 * caller without access.
 */
function conflictsOf(operation: Operation, facts: RequestFacts): string[] {
  const [first, ...later] = trueRules(operation, facts)
  if (first === undefined) return []
  const isInvalid = facts.invalid.body || facts.invalid.path
  const isShown = (other: RefusalRule): boolean => {
    if (other.status === first.status || first.accept.includes(other.status)) return false
    return !isInvalid || isAboutInvalid(first) || isAboutInvalid(other)
  }
  const idOf = ({ status }: RefusalRule): string => `${first.id} before ${status}`
  const found = new Set(later.filter(isShown).map(idOf))
  const secrets = new Set(
    isAboutRecord(first) ? later.filter((other) => isShown(other) && isAboutRecord(other)).map(idOf) : [],
  )
  return [...found, ...secrets, ...secrets]
}

/** True if a rule is about the caller or the stored record, not about the request. */
function isAboutRecord({ when }: RefusalRule): boolean {
  return !/\b(?:sent|invalid)\b/.test(when)
}

function isAboutInvalid({ when }: RefusalRule): boolean {
  return /\binvalid\b/.test(when)
}

/** Draws at random one choice of each dimension. Choices that could be the reason for a refusal are drawn often. */
function drawConflict(dimensions: readonly Dimension[], random: () => number): number[] {
  const isValid = random() < 0.6
  return dimensions.map(({ kind, choices }) => {
    const usual =
      kind === 'history' || (kind === 'defect' && isValid)
        ? 1
        : kind === 'spelling' || kind === 'order' || kind === 'content-type'
          ? 0.75
          : 0.5
    return random() < usual ? 0 : Math.floor(random() * choices.length)
  })
}
