import { orders, type CheckExample } from '../../list-findings.ts'

export const scenarioIdsAreUnique: readonly CheckExample[] = [
  {
    title: 'accepts similar scenario ids',
    text: orders(['id: reopen', 'id: pack-again']),
    findings: [],
  },
  {
    title: 'reports a duplicate scenario id',
    text: orders(['id: no-such-order', 'id: pack']),
    findings: ['error scenario_ids_are_unique: id: pack'],
  },
]
