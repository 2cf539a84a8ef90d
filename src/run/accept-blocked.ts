import type { AcceptedRole, RunReport } from '../report/report.ts'
import type { ClauseOutcome } from '../verdicts/coverage.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { Policy } from './policy.ts'

/**
 * The result of applying `accept-blocked` to one run. This entry of `policy.yaml` lists roles whose cases are allowed
 * to be blocked.
 */
export interface Acceptance {
  /**
   * The entries with at least one accepted case. Each has the number of its accepted cases and the number of its accepted
   * clauses.
   */
  readonly accepted: readonly AcceptedRole[]
  /** One sentence for each entry that has expired or that no blocked case needs. Each sentence blocks the run. */
  readonly faults: readonly string[]
  /** The ids of the blocked cases that the policy accepts. */
  readonly cases: ReadonlySet<string>
}

/**
 * Applies `accept-blocked` to a run. `today` is a date such as 2026-01-05. An entry is valid until the end of the day
 * `expires`. An incomplete run (`isWhole` is false) does not report unnecessary entries.
 */
export function acceptBlocked(
  { acceptBlocked: entries = [] }: Pick<Policy, 'acceptBlocked'>,
  judgements: readonly Judgement[],
  outcomes: readonly ClauseOutcome[],
  { today, isWhole }: { readonly today: string; readonly isWhole: boolean },
): Acceptance {
  const blocked = judgements.filter(({ verdict }) => verdict === 'blocked')
  const valid = new Set(entries.filter(({ expires }) => expires >= today).map(({ role }) => role as string))
  const others = new Set(blocked.flatMap(({ execution, because }) => (valid.has(execution.case.as) ? [] : [because])))
  const accepted = entries.flatMap((entry): AcceptedRole[] => {
    const cases = blocked.filter(({ execution }) => execution.case.as === entry.role)
    if (!valid.has(entry.role) || cases.length === 0) return []
    // Accepts a blocked clause only if no case of another role is blocked for the same reason.
    const reasons = new Set(cases.map(({ because }) => because).filter((because) => !others.has(because)))
    const clauses = outcomes.filter(({ state, because }) => state === 'blocked' && reasons.has(because))
    return [{ ...entry, cases: cases.length, clauses: clauses.length }]
  })
  const roles = new Set<string>(accepted.map(({ role }) => role))
  return {
    accepted,
    faults: entries.flatMap(({ role, owner, expires }) => {
      if (!valid.has(role)) {
        return [
          `accept-blocked for the role ${role} expired on ${expires}: ask ${owner}, then renew or remove the entry`,
        ]
      }
      return roles.has(role) || !isWhole
        ? []
        : [`accept-blocked for the role ${role} is not needed: no case of the role was blocked. Remove the entry`]
    }),
    cases: new Set(
      blocked.filter(({ execution }) => roles.has(execution.case.as)).map(({ execution }) => execution.case.path),
    ),
  }
}

/** Returns the number of blocked clauses that the policy does not accept. */
export function blockedClauses({
  counts,
  acceptedBlocked = [],
}: Pick<RunReport, 'counts' | 'acceptedBlocked'>): number {
  return acceptedBlocked.reduce((left, { clauses }) => left - clauses, counts.blocked)
}
