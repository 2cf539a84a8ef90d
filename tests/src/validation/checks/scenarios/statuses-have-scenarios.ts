import { orders, type CheckExample } from '../../list-findings.ts'

export const statusesHaveScenarios: readonly CheckExample[] = [
  {
    title: 'accepts a scenario of one status as a scenario of a documented range',
    text: orders([
      `'404':
          description`,
      `'4XX':
          description`,
    ]),
    findings: [],
  },
  {
    title: 'reports a documented status without a scenario',
    text: orders([
      `        '403':
          - id: no-good-key
            as: [anonymous, unknown]
            send: { body: { status: packed } }
`,
      '',
    ]),
    findings: ["error statuses_have_scenarios: '403':"],
  },
]
