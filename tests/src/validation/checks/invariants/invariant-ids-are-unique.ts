import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantIdsAreUnique: readonly CheckExample[] = [
  {
    title: 'accepts the same invariant id at different places',
    text: orders(['id: due-in-shop-time', 'id: paid-at-most']),
    findings: [],
  },
  {
    title: 'reports a duplicate invariant id',
    text: orders(['id: due-in-shop-time', 'id: echoes-the-id']),
    findings: ['error invariant_ids_are_unique: id: echoes-the-id'],
  },
]
