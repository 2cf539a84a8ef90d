import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

const negative = {
  clause: '/requestBody/content/application~1json/schema/minProperties',
  name: 'too-few',
  keyword: 'minProperties',
}
const refused = { kind: 'refused', part: 'body' } as const

test('a negative case is refused', () => expect(found({ expect: refused, negative, status: 400 })).toEqual([]))
test('a negative case that is accepted is broken', () => {
  expect(found({ expect: refused, negative })).toEqual([
    'negative_data_rejection /requestBody/content/application~1json/schema/minProperties:refuses',
  ])
})
test('a conflict is no refusal', () => {
  expect(found({ expect: refused, negative, status: 409 })).toHaveLength(1)
})
