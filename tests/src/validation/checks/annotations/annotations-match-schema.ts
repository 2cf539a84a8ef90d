import { orders, type CheckExample } from '../../list-findings.ts'

export const annotationsMatchSchema: readonly CheckExample[] = [
  {
    fact: 'a list of roles and a single one are both of the form',
    text: orders(['as: [anonymous, unknown]', 'as: anonymous']),
    told: [],
  },
  {
    fact: 'a source that is none is told',
    text: orders([
      'ApiKey: { type: apiKey, in: header, name: X-Api-Key, x-source: seed }',
      'ApiKey: { type: apiKey, in: header, name: X-Api-Key, x-source: vendor }',
    ]),
    told: ['error annotations_match_schema: x-source: vendor }'],
  },
  {
    fact: 'an unknown role is told',
    text: orders(['as: [anonymous, unknown]', 'as: [anonymous, ghost]']),
    told: ['error annotations_match_schema: ghost]'],
  },
  {
    fact: 'an unreachable status without a reason is told',
    text: orders(['{ on: [sandbox, live], because: a fault inside the shop }', '{ on: [sandbox, live] }']),
    told: ['error annotations_match_schema: unreachable: { on: [sandbox, live] } }'],
  },
  {
    fact: 'an unknown member of a scenario is told',
    text: orders([
      `        '403':
          - id: no-good-key
`,
      `        '403':
          - id: no-good-key
            sends: nothing
`,
    ]),
    told: ['error annotations_match_schema: sends: nothing'],
  },
  {
    fact: 'an invariant without a message is told',
    text: orders([
      `          message: nobody pays more than the total
`,
      '',
    ]),
    told: ['error annotations_match_schema: id: paid-at-most'],
  },
]
