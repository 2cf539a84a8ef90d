import type { Rule } from '../rule.ts'
import { isHttpDate, malformedHeader } from '../header-fault.ts'

export const sunsetSyntax: Rule = {
  id: 'sunset_syntax',
  title: 'The Sunset header is an HTTP date',
  why: 'Consumers use the date in the Sunset header to plan when to stop using the API (RFC 8594 §3).',
  fix: 'send a date like Tue, 06 Jan 2026 09:00:00 GMT as Sunset',
  examples: {
    passes: 'PATCH /orders/7 → 200 with `Sunset: Thu, 31 Dec 2026 23:59:59 GMT`',
    fails: 'PATCH /orders/7 → 200 with `Sunset: 2026-12-31`',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge: (evidence) => malformedHeader(evidence, 'Sunset', isHttpDate, 'an HTTP date'),
}
