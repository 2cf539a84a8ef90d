import { describe, expect, test } from 'vitest'
import { responseSchemaConformance } from '../../../../src/rules/response/response-schema-conformance.ts'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

const schema = '/responses/200/content/application~1json/schema'

describe('the rule response_schema_conformance', () => {
  test(`accepts the example: ${responseSchemaConformance.examples.passes}`, () => expect(found()).toEqual([]))
  test('accepts an additional field in an open object', () =>
    expect(judged({ body: { ...ORDER, extra: 1 } }).verdict).toBe('passed'))
  test('reports a missing field', () => {
    const { ends: _ends, ...rest } = ORDER
    expect(found({ body: rest })).toEqual([`response_schema_conformance ${schema}/required/ends /ends`])
  })
  test(`reports the example: ${responseSchemaConformance.examples.fails}`, () => {
    expect(found({ body: { ...ORDER, due: 7 } })).toEqual([
      `response_schema_conformance ${schema}/properties/due/type /due`,
    ])
  })
  test('reports a value that is not in the enum', () => {
    expect(found({ body: { ...ORDER, size: 'huge' } })).toEqual([
      `response_schema_conformance ${schema}/properties/size/enum /size`,
    ])
  })
  test('reports a date-time without an offset', () => {
    expect(found({ body: { ...ORDER, due: '2026-01-08T10:00:00' } })).toEqual([
      `response_schema_conformance ${schema}/properties/due/format /due`,
    ])
  })
  test.each(['{"id": 7', '', '{"id":7,"id":8}', '\u00ff'])('reports a body that is not valid JSON: %j', (raw) => {
    expect(found({ raw })[0]).toMatch(/^(response_schema_conformance|content_type_conformance)/)
  })
})
