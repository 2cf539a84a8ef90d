import { expect, test } from 'vitest'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { sentValueReturned } from '../../../../src/rules/update/sent-value-returned.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, ORDER } from '../../../support/orders-execution.ts'

const text = ORDERS.replace('      x-update: partial\n', '').replaceAll(
  'size: { enum: [small, large] }',
  'size: { enum: [small, large] }\n@count: { type: integer }',
)
const indented = text.replace(/( +)(size: .*)\n@/g, '$1$2\n$1')
const faults = (count: number, sent: object = { count: 2 }) =>
  judge(
    contractOf(ordersOperation(indented)),
    executionOf({ live: true, sent: sent as { count: number }, body: { ...ORDER, count } }),
  ).findings.map(({ rule, at }) => `${rule} ${at}`)

test(sentValueReturned.examples.passes, () => expect(faults(2)).toEqual([]))
test(sentValueReturned.examples.fails, () => expect(faults(1)).toEqual(['sent_value_returned /count']))
test('does not compare texts, which servers may normalise', () => {
  expect(faults(1, { note: ' as said ' })).toEqual([])
})
