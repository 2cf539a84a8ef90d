import { orders, type CheckExample } from '../../list-findings.ts'

export const scenarioIdsAreUnique: readonly CheckExample[] = [
  {
    fact: 'ids may look alike',
    text: orders(['id: reopen', 'id: pack-again']),
    told: [],
  },
  {
    fact: 'a second scenario of one id is told',
    text: orders(['id: no-such-order', 'id: pack']),
    told: ['error scenario_ids_are_unique: id: pack'],
  },
]
