import { orders, type CheckExample } from '../../list-findings.ts'

export const noPatternWithFormat: readonly CheckExample[] = [
  {
    title: 'accepts a pattern alone',
    text: orders(['sku: { type: string }', "sku: { type: string, pattern: '^A' }"]),
    findings: [],
  },
  {
    title: 'reports a pattern beside a format',
    text: orders([
      'dueAt: { type: string, format: date-time, x-follows',
      "dueAt: { type: string, format: date-time, pattern: 'Z$', x-follows",
    ]),
    findings: ["warning no_pattern_with_format: pattern: 'Z$', x-follows: [status] }"],
  },
]
