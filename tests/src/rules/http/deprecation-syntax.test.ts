import { describe, expect, test } from 'vitest'
import { deprecationSyntax } from '../../../../src/rules/http/deprecation-syntax.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === deprecationSyntax.id ? [`${level} ${at}`.trim()] : [],
  )

const answered = (text: string): Changes => ({ headers: { deprecation: text } })

describe('the rule deprecation_syntax', () => {
  test(`accepts the example: ${deprecationSyntax.examples.passes}`, () =>
    expect(found(answered('@1767225600'))).toEqual([]))
  test(`reports the example: ${deprecationSyntax.examples.fails}`, () =>
    expect(found(answered('yes'))).toEqual(['warning Deprecation']))

  test.each(['@0', '@-1', '@1767225600;a=1'])('accepts the header Deprecation: %s', (text) =>
    expect(found(answered(text))).toEqual([]),
  )
  test.each(['true', '1767225600', 'Thu, 31 Dec 2026 23:59:59 GMT'])('reports the header Deprecation: %s', (text) =>
    expect(found(answered(text))).toHaveLength(1),
  )
})
