import type { Rule } from '../rule.ts'
import { malformedHeader } from '../header-fault.ts'

export const etagSyntax: Rule = {
  id: 'etag_syntax',
  title: 'The ETag header is a quoted text',
  why: 'Caches and conditional requests ignore an ETag without quotes, so lost updates are not noticed (RFC 9110 §8.8.3).',
  fix: 'put the ETag into double quotes, after `W/` if it is weak',
  examples: {
    passes: 'PATCH /orders/7 → 200 with `ETag: "v3"`',
    fails: 'PATCH /orders/7 → 200 with `ETag: v3`',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['http'],
  judge: (evidence) =>
    malformedHeader(
      evidence,
      'ETag',
      (text) => /^(W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/.test(text),
      'a quoted text, such as "v3" or W/"v3"',
    ),
}
