import { expect, test } from 'vitest'
import { unstableAnswer } from '../../../../src/rules/status/unstable-answer.ts'
import { rules } from '../../../../src/rules/rules.ts'
import { found } from '../../../support/orders-execution.ts'

test('a single exchange never breaks it', () => {
  expect(rules).toContain(unstableAnswer)
  expect(found({ status: 500 }).join()).not.toContain(unstableAnswer.id)
})
