import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** The texts of a rule that a report prints. */
export type RuleTexts = Pick<Rule, 'title' | 'why' | 'fix'>

/** Returns the texts of a rule. A report of another version may contain a rule that does not exist here. */
export function ruleTexts(id: string): RuleTexts {
  return (
    rules.find((rule) => rule.id === id) ?? {
      title: `The rule ${id} is kept`,
      why: `This version has no rule ${id}.`,
      fix: 'print the report with the version that wrote it',
    }
  )
}

/** Returns a rule's index in the catalogue. If findings have the same cause, the lowest index is reported. */
export function ruleRank(id: string): number {
  const place = rules.findIndex((rule) => rule.id === id)
  return place === -1 ? rules.length : place
}
