import { headerOf } from '../../exchanges/exchange.ts'
import { placeOf } from '../header-fault.ts'
import type { Rule } from '../rule.ts'

export const allowWith405: Rule = {
  id: 'allow_with_405',
  title: 'A 405 lists the methods that exist',
  why: 'A 405 must have an Allow header (RFC 9110 §15.5.6). Without this header, a client must guess which methods the resource allows.',
  fix: 'send Allow with every 405, such as `Allow: GET, PATCH`',
  examples: {
    passes: 'DELETE /orders/7, which is not documented → 405 with `Allow: PATCH`',
    fails: 'DELETE /orders/7, which is not documented → 405 without Allow',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge(evidence) {
    const { status, answer, execution, response } = evidence
    // This rule checks only that a 405 has the header `Allow`. The value is allowed to be empty: the resource then
    // allows no method at present (RFC 9110 §10.2.1).
    if (status !== 405 || execution.target.name === 'mock' || headerOf(answer, 'allow') !== undefined) return []
    // If the document requires `Allow`, another rule reports the missing header.
    if (response?.headers.some(({ name, required }) => required && /^allow$/i.test(name)) === true) return []
    return [
      {
        ...placeOf(evidence),
        at: 'Allow',
        message: 'answers 405 without an Allow header',
        expected: 'a header Allow',
        received: 'none',
        cause: 'missing Allow',
      },
    ]
  },
}
