import { describe, expect, test } from 'vitest'
import { linkSyntax } from '../../../../src/rules/http/link-syntax.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) => (rule === linkSyntax.id ? [`${level} ${at}`.trim()] : []))

const answered = (text: string): Changes => ({ headers: { link: text } })

describe('the rule link_syntax', () => {
  test(`accepts the example: ${linkSyntax.examples.passes}`, () =>
    expect(found(answered('</orders/8>; rel="next"'))).toEqual([]))
  test(`reports the example: ${linkSyntax.examples.fails}`, () =>
    expect(found(answered('/orders/8; rel=next'))).toEqual(['warning Link']))

  test.each([
    '<https://a.example/b?c=1,2>; rel=next',
    '</a>; rel="prev first"; title="a, b", </b>; rel=last',
    '<>; rel=self',
  ])('accepts the header Link: %s', (text) => expect(found(answered(text))).toEqual([]))
  test.each(['</a>', '</a>; title="b"', '</a>; rel="next', '</a>; rel=next </b>; rel=last'])(
    'reports the header Link: %s',
    (text) => expect(found(answered(text))).toHaveLength(1),
  )
})
