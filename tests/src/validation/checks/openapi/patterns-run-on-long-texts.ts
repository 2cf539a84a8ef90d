import { orders, type CheckExample } from '../../list-findings.ts'

const SKU = 'sku: { type: string }'

export const patternsRunOnLongTexts: readonly CheckExample[] = [
  {
    title: 'accepts a pattern whose time grows with the text',
    text: orders([SKU, String.raw`sku: { type: string, pattern: '^\w+(-\w+)*$' }`]),
    findings: [],
  },
  {
    title: 'accepts a slow pattern beside a small maxLength',
    text: orders([SKU, String.raw`sku: { type: string, pattern: '\w+$', maxLength: 80 }`]),
    findings: [],
  },
  {
    title: 'reports a pattern whose time grows faster than the text',
    text: orders([SKU, String.raw`sku: { type: string, pattern: '\w+$' }`]),
    findings: [String.raw`warning patterns_run_on_long_texts: pattern: '\w+$' }, amount: { type: integer } }`],
  },
]
