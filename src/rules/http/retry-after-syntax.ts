import type { Rule } from '../rule.ts'
import { isHttpDate, malformedHeader } from '../header-fault.ts'

export const retryAfterSyntax: Rule = {
  id: 'retry_after_syntax',
  title: 'The Retry-After header is a date or a number of seconds',
  why: 'A client that cannot parse Retry-After does not know how long to wait (RFC 9110 §10.2.3).',
  fix: 'send whole seconds, or a date like Tue, 06 Jan 2026 09:00:00 GMT',
  examples: {
    passes: 'PATCH /orders/7 → 409 with `Retry-After: 120`',
    fails: 'PATCH /orders/7 → 409 with `Retry-After: 2 minutes`',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge: (evidence) =>
    malformedHeader(
      evidence,
      'Retry-After',
      (text) => /^\d+$/.test(text) || isHttpDate(text),
      'a number of seconds or an HTTP date',
    ),
}
