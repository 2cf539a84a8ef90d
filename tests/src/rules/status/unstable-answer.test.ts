import { expect, test } from 'vitest'
import { rules } from '../../../../src/rules/rules.ts'
import { unstableAnswer } from '../../../../src/rules/status/unstable-answer.ts'
import { found } from '../../../support/orders-execution.ts'

// Both examples need several responses: tests/src/run runs them on a server.
test(unstableAnswer.examples.passes, () => expect(rules).toContain(unstableAnswer))
test(`not from a single exchange: ${unstableAnswer.examples.fails}`, () => {
  expect(found({ status: 500 }).join()).not.toContain(unstableAnswer.id)
})
