import { expect, test } from 'vitest'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

const schema = '/responses/200/content/application~1json/schema'

test('a field that the open object does not name is fine', () =>
  expect(judged({ body: { ...ORDER, extra: 1 } }).verdict).toBe('passed'))
test('a field that is missing is broken', () => {
  const { ends: _ends, ...rest } = ORDER
  expect(found({ body: rest })).toEqual([`response_schema_conformance ${schema}/required/ends /ends`])
})
test('a field of another type is broken, and what else is wrong there is not told', () => {
  expect(found({ body: { ...ORDER, due: 7 } })).toEqual([
    `response_schema_conformance ${schema}/properties/due/type /due`,
  ])
})
test('an enum member that nobody wrote down is broken', () => {
  expect(found({ body: { ...ORDER, size: 'huge' } })).toEqual([
    `response_schema_conformance ${schema}/properties/size/enum /size`,
  ])
})
test('a naive date-time is broken', () => {
  expect(found({ body: { ...ORDER, due: '2026-01-08T10:00:00' } })).toEqual([
    `response_schema_conformance ${schema}/properties/due/format /due`,
  ])
})
test.each(['{"id": 7', '', '{"id":7,"id":8}', '\u00ff'])('%j is no JSON body', (raw) => {
  expect(found({ raw })[0]).toMatch(/^(response_schema_conformance|content_type_conformance)/)
})
