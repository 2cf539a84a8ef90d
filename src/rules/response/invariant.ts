import { invariantAnswers } from '../../evidence/ask-invariants.ts'
import type { Fault, Rule } from '../rule.ts'

export const invariant: Rule = {
  id: 'invariant',
  title: 'What the document says of several fields together is true',
  why: 'Each field may keep its schema while the answer as a whole is false: an end before its start.',
  level: 'error',
  stages: ['invariant'],
  judge(evidence) {
    return (
      invariantAnswers(evidence)
        .filter((answer) => answer.kind === 'failed')
        // One lie may break several: the first in the order of the document is told.
        .slice(0, 1)
        .map(({ placed, at }): Fault => ({
          pointer: placed.pointer,
          at,
          message: `${placed.invariant.message === '' ? placed.invariant.id : placed.invariant.message}: it is not so`,
          expected: placed.invariant.rule.trim(),
          received: 'false',
        }))
    )
  },
}
