import type { Rule } from '../rule.ts'
import { placeOf } from '../header-fault.ts'

export const locationResolves: Rule = {
  id: 'location_resolves',
  title: 'The Location of a 201 leads to a resource that can be read',
  why: 'The Location of a 201 names the created resource (RFC 9110 §15.3.2). A client that requests a wrong Location does not find the resource.',
  fix: 'send the path of the new resource, with the prefix under which the API is served',
  examples: {
    passes: 'POST /orders → 201 with `Location: /orders/8`. GET /orders/8 → 200',
    fails: 'POST /orders → 201 with `Location: /order/8`. GET /order/8 → 404',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge(evidence) {
    const { locationStatus } = evidence.execution
    if (locationStatus !== 404 && locationStatus !== 410) return []
    return [
      {
        ...placeOf(evidence),
        at: 'Location',
        message: 'the Location of the created resource cannot be read',
        expected: 'a 2xx for a GET of the Location',
        received: String(locationStatus),
        cause: 'Location does not resolve',
      },
    ]
  },
}
