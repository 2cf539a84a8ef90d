import { describe, expect, test } from 'vitest'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { resourceIdentity } from '../../../../src/rules/update/resource-identity.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, ORDER } from '../../../support/orders-execution.ts'

const text = ORDERS.replace(/ +x-invariants: \[\{ id: echo.*\n/, '')
const faults = (id: unknown, more: object = {}) =>
  judge(
    contractOf(ordersOperation(text)),
    executionOf({ live: true, body: { ...ORDER, id: id as number }, ...more }),
  ).findings.map(({ rule, at }) => `${rule} ${at}`)

describe('the rule resource_identity', () => {
  test(`accepts the example: ${resourceIdentity.examples.passes}`, () => expect(faults(7)).toEqual([]))
  test(`reports the example: ${resourceIdentity.examples.fails}`, () =>
    expect(faults(8)).toEqual(['resource_identity /id']))
  test('compares integers beyond 2^53 digit for digit', () => {
    const asked = (id: unknown, received: string): string[] =>
      judge(contractOf(ordersOperation(text)), {
        ...executionOf({ live: true, raw: JSON.stringify({ ...ORDER, id: 0 }).replace('"id":0', `"id":${received}`) }),
        sent: { path: { id: id as number }, query: {}, headers: {}, body: {} },
      }).findings.map(({ rule, at }) => `${rule} ${at}`)
    expect(asked('9007199254740993', '9007199254740993')).toEqual([])
    expect(asked('9007199254740993', '9007199254740992')).toEqual(['resource_identity /id'])
    expect(asked(9007199254740993n, '9007199254740993')).toEqual([])
  })

  test('if 404 is not documented, reports nothing about the response to an id that does not exist', () => {
    const { case: aCase, ...rest } = executionOf({ live: true, body: { ...ORDER, id: 8 } })
    const unknown = { ...rest, case: { ...aCase, maker: 'unknown', expect: { kind: 'documented' } as const } }
    expect(judge(contractOf(ordersOperation(text)), unknown).findings).toEqual([])
  })
})
