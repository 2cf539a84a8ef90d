import { describe, expect, test } from 'vitest'
import { bodyWithoutContent } from '../../../../src/rules/http/body-without-content.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === bodyWithoutContent.id ? [`${level} ${at}`.trim()] : [],
  )

const none = (changes: Changes): Changes => ({ status: 204, raw: '', ...changes })

describe('the rule body_without_content', () => {
  test(`accepts the example: ${bodyWithoutContent.examples.passes}`, () => expect(found(none({}))).toEqual([]))
  test(`reports the example: ${bodyWithoutContent.examples.fails}`, () =>
    expect(found(none({ raw: '{"a": "bcd"}' }))).toEqual(['warning']))
  test('reports a 204 with a Content-Length above 0', () =>
    expect(found(none({ headers: { 'content-length': '12' } }))).toHaveLength(1))
  test('accepts a 304 with the Content-Length that a 200 would have', () =>
    expect(found(none({ status: 304, headers: { 'content-length': '12' } }))).toEqual([]))
})
