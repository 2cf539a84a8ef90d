import { describe, expect, test } from 'vitest'
import { locationResolves } from '../../../../src/rules/http/location-resolves.ts'
import { judged, type Changes } from '../../../support/orders-execution.ts'

const found = (changes: Changes) =>
  judged(changes).findings.flatMap(({ rule, level, at }) =>
    rule === locationResolves.id ? [`${level} ${at}`.trim()] : [],
  )

describe('the rule location_resolves', () => {
  test(`accepts the example: ${locationResolves.examples.passes}`, () =>
    expect(found({ status: 201, locationStatus: 200 })).toEqual([]))
  test(`reports the example: ${locationResolves.examples.fails}`, () =>
    expect(found({ status: 201, locationStatus: 404 })).toEqual(['warning Location']))
  test('accepts a Location whose GET returns 403', () =>
    expect(found({ status: 201, locationStatus: 403 })).toEqual([]))
})
