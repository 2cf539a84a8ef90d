import type { Rule } from '../rule.ts'
import { malformedHeader } from '../header-fault.ts'

export const deprecationSyntax: Rule = {
  id: 'deprecation_syntax',
  title: 'The Deprecation header is a date in seconds since 1970',
  why: 'Tools that warn about deprecated APIs can read the Deprecation header only in this form (RFC 9745 §2.1, RFC 9651 §3.3.7).',
  fix: 'send `@` followed by the Unix time of the deprecation, such as `@1767225600`',
  examples: {
    passes: 'PATCH /orders/7 → 200 with `Deprecation: @1767225600`',
    fails: 'PATCH /orders/7 → 200 with `Deprecation: yes`',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge: (evidence) =>
    malformedHeader(evidence, 'Deprecation', (text) => /^@-?\d{1,15}(;.*)?$/.test(text), 'a date such as @1767225600'),
}
