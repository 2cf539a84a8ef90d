import type { Rule, Weight } from './rule.ts'
import { rules } from './rules.ts'

/** The texts of a rule that a report prints. */
export type RuleTexts = Pick<Rule, 'title' | 'why' | 'fix'>

/**
 * Returns the texts of a rule. Returns general texts for an unknown id, which a report of another version may contain.
 */
export function ruleTexts(id: string): RuleTexts {
  return (
    rules.find((rule) => rule.id === id) ?? {
      title: `The rule ${id} is satisfied`,
      why: `This version has no rule ${id}.`,
      fix: 'print the report with the version that wrote it',
    }
  )
}

/**
 * Returns the index of a rule in the rule list. If several findings have one cause, the lowest index is
 * reported.
 */
export function ruleRank(id: string): number {
  const place = rules.findIndex((rule) => rule.id === id)
  return place === -1 ? rules.length : place
}

/**
 * Returns the weight of a finding. `status` is the response status: a 5xx gives the heaviest weight. An unknown rule
 * has the weight `wrong`.
 */
export function weightOf(id: string, status: number | undefined): Weight {
  if (status !== undefined && status >= 500) return 'harm'
  return rules.find((rule) => rule.id === id)?.weight ?? 'wrong'
}
