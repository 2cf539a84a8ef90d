import { describe, expect, test } from 'vitest'
import { rules } from '../../../../src/rules/rules.ts'
import { connectionClosed } from '../../../../src/rules/status/connection-closed.ts'
import { found } from '../../../support/orders-execution.ts'

describe('the rule connection_closed', () => {
  // No single response can violate this rule, because the rule compares repeated requests. The first test only checks
  // that the list of rules contains this rule.
  test(`accepts the example: ${connectionClosed.examples.passes}`, () => expect(rules).toContain(connectionClosed))
  test(`is not reported for a single exchange: ${connectionClosed.examples.fails}`, () => {
    expect(found({ status: 500 }).join()).not.toContain(connectionClosed.id)
  })
})
