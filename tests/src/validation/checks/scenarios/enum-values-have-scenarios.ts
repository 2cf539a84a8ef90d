import { orders, type CheckExample } from '../../list-findings.ts'

export const enumValuesHaveScenarios: readonly CheckExample[] = [
  {
    title: 'accepts an unreachable enum value without a scenario',
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
    findings: [],
  },
  {
    title: 'reports an enum value that no 2xx scenario sends',
    text: orders([', status: sent } }', ' } }']),
    findings: ['error enum_values_have_scenarios: sent]'],
  },
]
