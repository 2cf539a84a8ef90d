import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('a documented status is fine', () => expect(found()).toEqual([]))
test('a 418 that the document never promised is broken, and nothing else is said of it', () => {
  expect(found({ status: 418 })).toEqual(['status_code_conformance /responses'])
})
test('an undocumented 5xx is told as undocumented', () => {
  expect(found({ status: 503 })).toEqual(['status_code_conformance /responses'])
})
