import { orders, type CheckExample } from '../../list-findings.ts'

export const statusesHaveScenarios: readonly CheckExample[] = [
  {
    fact: 'a range of statuses is reached by one of them',
    text: orders([
      `'404':
          description`,
      `'4XX':
          description`,
    ]),
    told: [],
  },
  {
    fact: 'a documented status that nothing reaches is told',
    text: orders([
      `        '403':
          - id: no-good-key
            as: [anonymous, unknown]
            send: { body: { status: packed } }
`,
      '',
    ]),
    told: ["error statuses_have_scenarios: '403':"],
  },
]
