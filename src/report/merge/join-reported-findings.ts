import { ruleRank } from '../../rules/find-rule.ts'
import { failuresOf } from '../baseline/failures-of.ts'
import type { FindingReport } from '../report.ts'

/**
 * Joins findings that have the same cause, although several shards report them. The joined finding has the sum of their
 * counts, and all their clauses. The texts of the joined finding are those of the finding whose rule comes first in the
 * rule list. If several findings have this rule, the texts are those of the finding whose case comes first in the plan.
 */
export function joinReportedFindings(
  findings: readonly FindingReport[],
  plan: ReadonlyMap<string, number>,
): FindingReport[] {
  const groups = new Map<string, FindingReport[]>()
  for (const finding of findings) {
    // The text in `cause` begins with the operation, unless several operations have this cause.
    const { level, cause, operation, fingerprint } = finding
    const key = JSON.stringify(cause === undefined ? [level, operation, fingerprint] : [level, cause])
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  const place = (finding: FindingReport): number => plan.get(finding.shrunk?.from ?? finding.case) ?? plan.size
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted(
      (one, other) => ruleRank(one.rule) - ruleRank(other.rule) || place(one) - place(other),
    )
    if (first === undefined) return []
    const count = group.reduce((sum, finding) => sum + finding.count, 0)
    const { failures: _failures, ...rest } = first
    const failures = failuresOf(group)
    const isOfOneRule = failures.every(({ rule }) => rule === first.rule)
    const clauses = [...new Set(group.flatMap((finding) => finding.clauses))]
    return [{ ...rest, count, clauses, ...(isOfOneRule ? {} : { failures }) }]
  })
}
