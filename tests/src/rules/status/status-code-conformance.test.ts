import { describe, expect, test } from 'vitest'
import { statusCodeConformance } from '../../../../src/rules/status/status-code-conformance.ts'
import { contractOf } from '../../../../src/evidence/contract.ts'
import { judge } from '../../../../src/verdicts/judge.ts'
import { ORDERS, ordersOperation } from '../../../support/orders-document.ts'
import { executionOf, found, judged } from '../../../support/orders-execution.ts'

describe('the rule status_code_conformance', () => {
  test(`accepts the example: ${statusCodeConformance.examples.passes}`, () => expect(found()).toEqual([]))
  test(`reports the example: ${statusCodeConformance.examples.fails}`, () => {
    expect(found({ status: 418 })).toEqual(['status_code_conformance /responses'])
  })
  test('reports an undocumented 5xx', () => {
    expect(found({ status: 503 })).toEqual(['status_code_conformance /responses'])
  })

  const refused = {
    expect: { kind: 'refused', part: 'body' },
    negative: { clause: '/requestBody/required', name: 'empty', keyword: 'required' },
    live: true,
  } as const

  test('reports an undocumented 4xx of a live server as drift, and names the documented statuses', () => {
    const { findings, verdict } = judged({ ...refused, status: 422 })
    expect(findings.map(({ rule, level, expected }) => [rule, level, expected])).toEqual([
      ['status_code_conformance', 'drift', 'one of 200, 400, 401, 409, 500'],
    ])
    expect(verdict).toBe('not-applicable')
  })
  test('reports an undocumented 403 to valid credentials as drift; the verdict of the case is not-applicable', () => {
    const good = [['X-Key', 'good-key'] as const]
    const { findings, verdict } = judged({ live: true, status: 403, requestHeaders: good })
    expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['status_code_conformance drift'])
    expect(verdict).toBe('not-applicable')
  })
  test('reports an undocumented 2xx as an error', () => {
    expect(judged({ live: true, status: 201 }).findings.map(({ level }) => level)).toEqual(['error'])
  })
  test('does not report an undocumented 401 to a request without credentials', () => {
    const contract = contractOf(ordersOperation(ORDERS.replace(/ {8}'401'.*\n/, '')))
    expect(judge(contract, executionOf({ live: true, status: 401 })).findings).toEqual([])
    const keyed = executionOf({ live: true, status: 401, requestHeaders: [['X-Key', 'good-key']] })
    expect(judge(contract, keyed).findings).toHaveLength(1)
  })
  test('accepts an undocumented 2xx if the document has a `default` response', () => {
    const contract = contractOf(ordersOperation(ORDERS.replace(/'500'/, 'default')))
    const created = executionOf({ status: 201, live: true, body: { error: 'none' } })
    expect(judge(contract, created).findings).toEqual([])
  })
})
