import { describe, expect, test } from 'vitest'
import { contentTypeConformance } from '../../../../src/rules/response/content-type-conformance.ts'
import { found, judged } from '../../../support/orders-execution.ts'

describe('the rule content_type_conformance', () => {
  test(`accepts the example: ${contentTypeConformance.examples.passes}`, () =>
    expect(found({ headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).toEqual([]))
  test.each(['text/html', 'application/problem+json', ''])(
    `reports %j: ${contentTypeConformance.examples.fails}`,
    (type) => {
      expect(found({ headers: { 'content-type': type } })).toEqual([
        'content_type_conformance /responses/200/content/application~1json',
      ])
    },
  )

  test('gives two error responses with a wrong content type the same cause only if their content types are the same', () => {
    const causes = [
      [400, 'text/html'],
      [409, 'text/html'],
      [409, 'text/plain'],
    ].map(([status, type]) => {
      const [finding] = judged({
        expect: { kind: 'status', status: String(status), accept: [] },
        status: Number(status),
        headers: { 'content-type': String(type) },
      }).findings
      return finding?.cause
    })
    expect(causes[0]).toBe(causes[1])
    expect(causes[0]).not.toContain('updateOrder')
    expect(causes[1]).not.toBe(causes[2])
  })
})
