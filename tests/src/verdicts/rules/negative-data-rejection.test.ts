import { expect, test } from 'vitest'
import { found } from '../../../support/orders-trial.ts'

const nearMiss = {
  clause: '/requestBody/content/application~1json/schema/minProperties',
  name: 'too-few',
  keyword: 'minProperties',
}
const refused = { kind: 'refused', part: 'body' } as const

test('a near miss is refused', () => expect(found({ expect: refused, nearMiss, status: 400 })).toEqual([]))
test('a near miss that is accepted is broken', () => {
  expect(found({ expect: refused, nearMiss })).toEqual([
    'negative_data_rejection /requestBody/content/application~1json/schema/minProperties:refuses',
  ])
})
test('a conflict is no refusal', () => {
  expect(found({ expect: refused, nearMiss, status: 409 })).toHaveLength(1)
})
