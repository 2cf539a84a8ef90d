import { orders, type CheckExample } from '../../list-findings.ts'

export const annotationsMatchSchema: readonly CheckExample[] = [
  {
    title: 'accepts a single role and a list of roles',
    text: orders(['as: [anonymous, unknown]', 'as: anonymous']),
    findings: [],
  },
  {
    title: 'reports an unknown source',
    text: orders([
      'ApiKey: { type: apiKey, in: header, name: X-Api-Key, x-source: seed }',
      'ApiKey: { type: apiKey, in: header, name: X-Api-Key, x-source: vendor }',
    ]),
    findings: ['error annotations_match_schema: x-source: vendor }'],
  },
  {
    title: 'reports an unknown role',
    text: orders(['as: [anonymous, unknown]', 'as: [anonymous, ghost]']),
    findings: ['error annotations_match_schema: ghost]'],
  },
  {
    title: 'reports an unreachable status without a reason',
    text: orders(['{ on: [sandbox, live], because: a fault inside the shop }', '{ on: [sandbox, live] }']),
    findings: ['error annotations_match_schema: unreachable: { on: [sandbox, live] } }'],
  },
  {
    title: 'reports an unknown property of a scenario',
    text: orders([
      `        '403':
          - id: no-good-key
`,
      `        '403':
          - id: no-good-key
            sends: nothing
`,
    ]),
    findings: ['error annotations_match_schema: sends: nothing'],
  },
  {
    title: 'reports an invariant without a message',
    text: orders([
      `          message: nobody pays more than the total
`,
      '',
    ]),
    findings: ['error annotations_match_schema: id: paid-at-most'],
  },
]
