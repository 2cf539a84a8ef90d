import { describe, expect, test } from 'vitest'
import { retryAfterSyntax } from '../../../../src/rules/http/retry-after-syntax.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === retryAfterSyntax.id ? [`${level} ${at}`.trim()] : [],
  )

const answered = (text: string): Changes => ({
  status: 409,
  expect: { kind: 'status', status: '409', accept: [] },
  headers: { 'retry-after': text },
})

describe('the rule retry_after_syntax', () => {
  test(`accepts the example: ${retryAfterSyntax.examples.passes}`, () => expect(found(answered('120'))).toEqual([]))
  test(`reports the example: ${retryAfterSyntax.examples.fails}`, () =>
    expect(found(answered('2 minutes'))).toEqual(['warning Retry-After']))

  test.each(['0', 'Tue, 06 Jan 2026 09:00:00 GMT'])('accepts the header Retry-After: %s', (text) =>
    expect(found(answered(text))).toEqual([]),
  )
  test.each(['-1', '1.5', '2026-01-06T09:00:00Z', 'Mon, 06 Jan 2026 09:00:00 GMT'])(
    'reports the header Retry-After: %s',
    (text) => expect(found(answered(text))).toHaveLength(1),
  )
})
