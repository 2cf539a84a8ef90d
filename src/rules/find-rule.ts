import type { Rule, Weight } from './rule.ts'
import { rules } from './rules.ts'

/** The texts of a rule that are printed in a report. */
export type RuleTexts = Pick<Rule, 'title' | 'why' | 'fix'>

/**
 * Returns the texts of a rule. For an unknown id, returns general texts, because a report of another version can
 * contain such an id.
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
 * Returns the index of a rule in the rule list. If several findings have the same cause, only the one with the lowest
 * index is reported.
 */
export function ruleRank(id: string): number {
  const place = rules.findIndex((rule) => rule.id === id)
  return place === -1 ? rules.length : place
}

/**
 * Returns the weight of a finding. For a response status of 500 or more, this is always the heaviest weight. Otherwise
 * it is the weight of the rule, or `wrong` for an unknown rule.
 */
export function weightOf(id: string, status: number | undefined): Weight {
  if (status !== undefined && status >= 500) return 'harm'
  return rules.find((rule) => rule.id === id)?.weight ?? 'wrong'
}
