import { ruleRank } from '../rules/find-rule.ts'
import type { FindingReport } from './report.ts'

/**
 * Findings of one cause as one, counts added, clauses united. Told is the one of the highest rule, and of these the
 * first in the plan: the one that a run in one piece would have told.
 */
export function joinReportedFindings(
  findings: readonly FindingReport[],
  plan: ReadonlyMap<string, number>,
): FindingReport[] {
  const groups = new Map<string, FindingReport[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.level, finding.operation, finding.cause ?? finding.fingerprint])
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  const place = (finding: FindingReport): number => plan.get(finding.shrunk?.from ?? finding.case) ?? plan.size
  return [...groups.values()].flatMap((group) => {
    const [told] = group.toSorted(
      (one, other) => ruleRank(one.rule) - ruleRank(other.rule) || place(one) - place(other),
    )
    if (told === undefined) return []
    const count = group.reduce((sum, finding) => sum + finding.count, 0)
    return [{ ...told, count, clauses: [...new Set(group.flatMap(({ clauses }) => clauses))] }]
  })
}
