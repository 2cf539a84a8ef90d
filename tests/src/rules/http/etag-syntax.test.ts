import { describe, expect, test } from 'vitest'
import { etagSyntax } from '../../../../src/rules/http/etag-syntax.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) => (rule === etagSyntax.id ? [`${level} ${at}`.trim()] : []))

const answered = (text: string): Changes => ({ headers: { etag: text } })

describe('the rule etag_syntax', () => {
  test(`accepts the example: ${etagSyntax.examples.passes}`, () => expect(found(answered('"v3"'))).toEqual([]))
  test(`reports the example: ${etagSyntax.examples.fails}`, () =>
    expect(found(answered('v3'))).toEqual(['warning ETag']))

  test.each(['W/"v3"', '""', '"a,b"'])('accepts the header ETag: %s', (text) =>
    expect(found(answered(text))).toEqual([]),
  )
  test.each(["'v3'", 'w/"v3"', '"a b"', '"a"b"'])('reports the header ETag: %s', (text) =>
    expect(found(answered(text))).toHaveLength(1),
  )
})
