import { describe, expect, test } from 'vitest'
import { sunsetSyntax } from '../../../../src/rules/http/sunset-syntax.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) => (rule === sunsetSyntax.id ? [`${level} ${at}`.trim()] : []))

const answered = (text: string): Changes => ({ headers: { sunset: text } })

describe('the rule sunset_syntax', () => {
  test(`accepts the example: ${sunsetSyntax.examples.passes}`, () =>
    expect(found(answered('Thu, 31 Dec 2026 23:59:59 GMT'))).toEqual([]))
  test(`reports the example: ${sunsetSyntax.examples.fails}`, () =>
    expect(found(answered('2026-12-31'))).toEqual(['warning Sunset']))

  test.each(['Tue, 06 Jan 2026 09:00:00 GMT'])('accepts the header Sunset: %s', (text) =>
    expect(found(answered(text))).toEqual([]),
  )
  test.each(['31 Dec 2026', 'Thursday, 31-Dec-26 23:59:59 GMT'])('reports the header Sunset: %s', (text) =>
    expect(found(answered(text))).toHaveLength(1),
  )
})
