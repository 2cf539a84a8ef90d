import { orders, type CheckExample } from '../../list-findings.ts'

export const updateAnnotationsNameFields: readonly CheckExample[] = [
  {
    title: 'accepts x-reads-back: false',
    text: orders(['x-reads-back: /deliveredBy', 'x-reads-back: false']),
    findings: [],
  },
  {
    title: 'reports x-follows with an unknown request field',
    text: orders(['x-follows: [status]', 'x-follows: [state]']),
    findings: ['error update_annotations_name_fields: state] }'],
  },
  {
    title: 'reports x-reads-back to an unknown response property',
    text: orders(['x-reads-back: /deliveredBy', 'x-reads-back: /deliverer']),
    findings: ['error update_annotations_name_fields: x-reads-back: /deliverer, x-server-data: true }'],
  },
  {
    title: 'reports x-volatile below the top level',
    text: orders(['amount: { type: integer }', 'amount: { type: integer, x-volatile: true }']),
    findings: ['error update_annotations_name_fields: x-volatile: true } }'],
  },
]
