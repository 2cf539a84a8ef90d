import { invariantAnswers } from '../../evidence/ask-invariants.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const invariant: Rule = {
  id: 'invariant',
  title: 'Every rule in x-invariants is true for the response',
  why: 'A schema checks each field by itself and misses contradictions between fields, such as an end before the start.',
  fix: 'make the response satisfy the invariant, or change the invariant',
  examples: {
    passes: '`self.ends >= self.due`. PATCH /orders/7 → 200 with an end one hour after `due`',
    fails: '`self.ends >= self.due`. PATCH /orders/7 → 200 with an end one hour before `due`',
  },
  level: 'error',
  weight: 'wrong',
  stages: ['invariant'],
  judge(evidence) {
    const { contract, execution, operation } = evidence
    const isAssumed = (pointer: string): boolean =>
      execution.target.name === 'live' && contract.clauseById.get(operation.id + pointer)?.source === 'assumed'
    const failed = invariantAnswers(evidence).filter((answer) => answer.kind === 'failed')
    // One fault may violate several invariants, so only the first violated invariant is reported. Assumptions are an
    // exception: each disproved one is reported.
    const [first] = failed.filter(({ placed }) => !isAssumed(placed.pointer))
    return failed
      .filter((answer) => answer === first || isAssumed(answer.placed.pointer))
      .map(({ placed, at }): RuleFault => ({
        pointer: placed.pointer,
        at,
        message: `violates the rule: ${placed.invariant.message === '' ? placed.invariant.id : placed.invariant.message}`,
        expected: placed.invariant.rule.trim(),
        received: 'false',
      }))
  },
}
