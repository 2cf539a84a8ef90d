import { orders, type CheckExample } from '../../list-findings.ts'

export const enumValuesHaveScenarios: readonly CheckExample[] = [
  {
    fact: 'a member that no target can show needs no scenario',
    text: orders(
      [
        `        status:
          x-server-data: true
`,
        `        status:
          x-unreachable: { enum/sent: { on: [sandbox, live], because: nobody can send it } }
          x-server-data: true
`,
      ],
      [', status: sent } }', ' } }'],
    ),
    told: [],
  },
  {
    fact: 'a member that no 2xx scenario sends is told',
    text: orders([', status: sent } }', ' } }']),
    told: ['error enum_values_have_scenarios: sent]'],
  },
]
