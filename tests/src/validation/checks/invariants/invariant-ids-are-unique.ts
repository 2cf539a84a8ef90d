import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantIdsAreUnique: readonly CheckExample[] = [
  {
    fact: 'the same id at two places is silent',
    text: orders(['id: due-in-shop-time', 'id: paid-at-most']),
    told: [],
  },
  {
    fact: 'a second invariant of one id is told',
    text: orders(['id: due-in-shop-time', 'id: echoes-the-id']),
    told: ['error invariant_ids_are_unique: id: echoes-the-id'],
  },
]
