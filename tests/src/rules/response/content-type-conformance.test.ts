import { expect, test } from 'vitest'
import { found } from '../../../support/orders-execution.ts'

test('a charset changes nothing', () =>
  expect(found({ headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).toEqual([]))
test.each(['text/html', 'application/problem+json', ''])('%j is broken where JSON is promised', (type) => {
  expect(found({ headers: { 'content-type': type } })).toEqual([
    'content_type_conformance /responses/200/content/application~1json',
  ])
})
