import { expect, test } from 'vitest'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

test('an answer with just the fields of the document is no drift', () => expect(found()).toEqual([]))
test('a field that the document does not name is drift, and breaks nothing', () => {
  const body = { ...ORDER, loyalty: 3 }
  const { verdict, findings } = judged({ body, later: ORDER })
  expect(findings.map(({ rule, level, at }) => [rule, level, at])).toEqual([
    ['undocumented_field', 'drift', '/loyalty'],
  ])
  expect(verdict).toBe('passed')
})
test('such a field is told by the length of its name, which may be somebody’s, in what joins findings too', () => {
  const { findings } = judged({ body: { ...ORDER, 'Smith-Mary': 3 }, later: ORDER })
  expect(findings.map(({ root }) => root)).toEqual([expect.stringMatching(/^updateOrder field .*<name 10>$/)])
})
