import { describe, expect, test } from 'vitest'
import { rules } from '../../../../src/rules/rules.ts'
import { unstableAnswer } from '../../../../src/rules/status/unstable-answer.ts'
import { found } from '../../../support/orders-execution.ts'

describe('the rule unstable_answer', () => {
  // No single response can violate this rule. The file tests/cli/unstable-targets.test.ts tests its examples with
  // servers.
  test(`accepts the example: ${unstableAnswer.examples.passes}`, () => expect(rules).toContain(unstableAnswer))
  test(`is not reported for a single exchange: ${unstableAnswer.examples.fails}`, () => {
    expect(found({ status: 500 }).join()).not.toContain(unstableAnswer.id)
  })
})
