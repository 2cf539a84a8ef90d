import { orders, type CheckExample } from '../../list-findings.ts'

export const updateAnnotationsNameFields: readonly CheckExample[] = [
  {
    fact: 'a field may say that it is not read back',
    text: orders(['x-reads-back: /deliveredBy', 'x-reads-back: false']),
    told: [],
  },
  {
    fact: 'x-follows of a field that the request does not have is told',
    text: orders(['x-follows: [status]', 'x-follows: [state]']),
    told: ['error update_annotations_name_fields: state] }'],
  },
  {
    fact: 'x-reads-back to what the answer does not have is told',
    text: orders(['x-reads-back: /deliveredBy', 'x-reads-back: /deliverer']),
    told: ['error update_annotations_name_fields: x-reads-back: /deliverer, x-server-data: true }'],
  },
  {
    fact: 'x-volatile below the top level is told',
    text: orders(['amount: { type: integer }', 'amount: { type: integer, x-volatile: true }']),
    told: ['error update_annotations_name_fields: x-volatile: true } }'],
  },
]
