import { orders, type Proof } from '../../told.ts'

export const noPatternBesideFormat: readonly Proof[] = [
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
    told: ["warning no_pattern_beside_format: pattern: 'Z$', x-follows: [status] }"],
  },
]
