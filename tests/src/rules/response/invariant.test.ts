import { describe, expect, test } from 'vitest'
import { invariant } from '../../../../src/rules/response/invariant.ts'
import { found, judged, ORDER } from '../../../support/orders-execution.ts'

describe('the rule invariant', () => {
  test(`accepts the example: ${invariant.examples.passes}`, () => {
    expect(found()).toEqual([])
    expect(judged().exercised).toContain('updateOrder/responses/200/x-invariants/echo')
  })
  test('reports an integer in the body that differs from a path parameter', () => {
    expect(found({ body: { ...ORDER, id: 8 } })).toEqual(['invariant /responses/200/x-invariants/echo'])
  })
  test(`reports the example: ${invariant.examples.fails}`, () => {
    expect(found({ body: { ...ORDER, ends: '2026-01-08T09:00:00Z' } })).toEqual([
      'invariant /responses/200/content/application~1json/schema/x-invariants/ends-after-due',
    ])
  })
  test('if a field violates its schema, the rule skips the invariants that read this field, and checks the others', () => {
    expect(found({ body: { ...ORDER, size: 'huge', id: 8 } })).toEqual([
      expect.stringMatching(/^response_schema_conformance/),
      'invariant /responses/200/x-invariants/echo',
    ])
    const { findings, exercised } = judged({ body: { ...ORDER, due: 'soon', ends: '2020-01-01T00:00:00Z' } })
    expect(findings.map(({ rule }) => rule)).toEqual(['response_schema_conformance'])
    expect(exercised).toContain('updateOrder/responses/200/x-invariants/echo')
  })
  test('checks invariants of request and response on a live server without provider states', () => {
    expect(found({ live: true, body: { ...ORDER, id: 8 } })).toEqual(['invariant /responses/200/x-invariants/echo'])
  })
})
