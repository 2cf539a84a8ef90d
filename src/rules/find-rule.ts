import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** What a report prints about a rule. */
export type RuleTexts = Pick<Rule, 'title' | 'why' | 'fix'>

/** The texts of a rule. A report of another version may name a rule that the catalogue lacks. */
export function ruleTexts(id: string): RuleTexts {
  return (
    rules.find((rule) => rule.id === id) ?? {
      title: `The rule ${id} is kept`,
      why: `This version has no rule ${id}.`,
      fix: 'print the report with the version that wrote it',
    }
  )
}

/** The place of a rule in the catalogue: of several findings with one cause, the lowest rank is reported. */
export function ruleRank(id: string): number {
  const place = rules.findIndex((rule) => rule.id === id)
  return place === -1 ? rules.length : place
}
