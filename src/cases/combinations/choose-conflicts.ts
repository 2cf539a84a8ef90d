import type { RefusalRule } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { trueRules, type RequestFacts } from '../../refusals/decide-request.ts'
import { drawPool, type Size } from './choose-rows.ts'
import type { Combination, Combiner } from './combine.ts'
import { cover } from './cover.ts'
import { factsOfScenario } from './decide-scenario.ts'
import type { Dimension } from './dimension.ts'

/**
 * Chooses requests that several refusal rules refuse. They test the order in which the server checks a request. Prefers
 * conflicts of rules that no scenario tests. Requests without credentials come last, because nearly all servers check
 * credentials first. The same arguments give the same requests.
 */
export function chooseConflicts(
  operation: Operation,
  dimensions: readonly Dimension[],
  combiner: Combiner,
  size: Size,
): Combination[] {
  const pool = drawPool(dimensions, combiner, size, drawConflict).filter(({ decision }) => decision.kind === 'refused')
  const goals = new Map(pool.map((each) => [each, conflictsOf(operation, each.facts)]))
  const goalsOf = (each: Combination): readonly string[] => goals.get(each) ?? []
  const shown = shownByScenarios(operation)
  const isWithAccess = ({ decision }: Combination): boolean =>
    decision.kind === 'refused' && !decision.rule.when.includes('"anonymous"')
  const main = cover(pool.filter(isWithAccess), goalsOf, size.most - LAST, shown)
  const last = cover(pool, goalsOf, size.most - main.length, [...shown, ...main.flatMap(goalsOf)])
  return [...main, ...last]
}

/** The number of places that are kept for requests without credentials. */
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
 * Returns the conflicts of refusal rules that a request tests. Example: `locked before 404` means that the rule
 * `locked` applies first, and that a later rule would return 404. An invalid request tests only conflicts with rules
 * about invalid requests. A conflict has priority (it is listed three times) if both rules are about the caller or the
 * stored record. A server that checks two such rules in the wrong order reveals the record to a caller without access.
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

/**
 * True if a refusal rule depends only on the caller or the stored record, and not on the body or path of the request.
 */
function isAboutRecord({ when }: RefusalRule): boolean {
  return !/\b(?:sent|invalid)\b/.test(when)
}

function isAboutInvalid({ when }: RefusalRule): boolean {
  return /\binvalid\b/.test(when)
}

/**
 * Returns a random choice for each dimension. Often takes choices that may cause a refusal, such as a role without
 * access.
 */
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
