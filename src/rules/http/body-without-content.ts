import { headerOf } from '../../exchanges/exchange.ts'
import { whyBodiless } from '../../operations/operation.ts'
import type { Rule } from '../rule.ts'
import { placeOf } from '../header-fault.ts'

export const bodyWithoutContent: Rule = {
  id: 'body_without_content',
  title: 'A response with 204, 205 or 304 must not have a body',
  why: 'A response with 204, 205 or 304 ends after its headers, so clients read a body as the next response (RFC 9110 §15.3.5, §15.4.5).',
  fix: 'send no body and no length with this status, or answer 200',
  examples: {
    passes: 'PATCH /orders/7 → 204 without a body',
    fails: 'PATCH /orders/7 → 204 with a body of 12 bytes',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge(evidence) {
    const { status, answer, execution } = evidence
    if (status < 200 || execution.target.name === 'mock' || whyBodiless('GET', String(status)) === undefined) return []
    // A 204 must not have `Content-Length`. In a 304 the header is allowed, and gives the length of the body that a 200
    // would have. RFC 9110 §8.6, RFC 9112 §6.1.
    const isAnnounced =
      status === 204 &&
      (Number(headerOf(answer, 'content-length') ?? 0) > 0 || headerOf(answer, 'transfer-encoding') !== undefined)
    if (answer.body.length === 0 && !isAnnounced) return []
    return [
      {
        ...placeOf(evidence),
        message: `has a body with ${status}`,
        expected: 'no body',
        received: answer.body.length === 0 ? 'the length of a body' : `a body of ${answer.body.length} bytes`,
        cause: 'body without content',
      },
    ]
  },
}
