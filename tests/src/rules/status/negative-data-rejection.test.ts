import { describe, expect, test } from 'vitest'
import { negativeDataRejection } from '../../../../src/rules/status/negative-data-rejection.ts'
import { found, judged } from '../../../support/orders-execution.ts'

const negative = {
  clause: '/requestBody/content/application~1json/schema/minProperties',
  name: 'too-few',
  keyword: 'minProperties',
}
const refused = { kind: 'refused', part: 'body' } as const

describe('the rule negative_data_rejection', () => {
  test(`accepts the example: ${negativeDataRejection.examples.passes}`, () =>
    expect(found({ expect: refused, negative, status: 400 })).toEqual([]))
  test(`reports the example: ${negativeDataRejection.examples.fails}`, () => {
    expect(found({ expect: refused, negative })).toEqual([
      'negative_data_rejection /requestBody/content/application~1json/schema/minProperties:refuses',
    ])
  })
  test('does not count a 409 as a refusal of invalid data', () => {
    expect(found({ expect: refused, negative, status: 409 })).toHaveLength(1)
  })
  test.each([
    ['content', 'wrong'],
    ['content', 'missing'],
    ['format', 'blank-separator'],
  ])('reports a warning instead of an error if a live server accepts the negative case %s/%s', (keyword, name) => {
    const accepted = { expect: refused, negative: { ...negative, keyword, name } }
    const levels = (live: boolean) => judged({ ...accepted, live }).findings.map(({ level }) => level)
    expect(levels(true)).toEqual(['warning'])
    expect(levels(false)).toEqual(['error'])
  })
})
