import { expect, test } from 'vitest'
import { contentTypeConformance } from '../../../../src/rules/response/content-type-conformance.ts'
import { found } from '../../../support/orders-execution.ts'

test(contentTypeConformance.examples.passes, () =>
  expect(found({ headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).toEqual([]),
)
test.each(['text/html', 'application/problem+json', ''])(`${contentTypeConformance.examples.fails} (%j)`, (type) => {
  expect(found({ headers: { 'content-type': type } })).toEqual([
    'content_type_conformance /responses/200/content/application~1json',
  ])
})
