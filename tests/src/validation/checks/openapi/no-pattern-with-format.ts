import { orders, type CheckExample } from '../../list-findings.ts'

export const noPatternWithFormat: readonly CheckExample[] = [
  {
    fact: 'a pattern alone is silent',
    text: orders(['sku: { type: string }', "sku: { type: string, pattern: '^A' }"]),
    told: [],
  },
  {
    fact: 'a pattern beside a format is told',
    text: orders([
      'dueAt: { type: string, format: date-time, x-follows',
      "dueAt: { type: string, format: date-time, pattern: 'Z$', x-follows",
    ]),
    told: ["warning no_pattern_with_format: pattern: 'Z$', x-follows: [status] }"],
  },
]
