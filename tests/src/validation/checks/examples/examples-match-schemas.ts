import { orders, type CheckExample } from '../../list-findings.ts'

export const examplesMatchSchemas: readonly CheckExample[] = [
  {
    title: 'accepts examples at the bounds of their schemas',
    text: orders([
      `paid: 12
`,
      `paid: 0
`,
    ]),
    findings: [],
  },
  {
    title: 'reports a response example of the wrong type',
    text: orders([
      `total: 12
`,
      `total: '12'
`,
    ]),
    findings: ["error examples_match_schemas: total: '12'"],
  },
  {
    title: 'reports a response example without a required property',
    text: orders([
      `                    lines: [{ sku: A1, amount: 2 }]
`,
      '',
    ]),
    findings: ['error examples_match_schemas: value:'],
  },
  {
    title: 'reports a request example with an unknown property',
    text: orders(['pack: { value: { status: packed } }', 'pack: { value: { status: packed, colour: red } }']),
    findings: ['error examples_match_schemas: colour: red } }'],
  },
  {
    title: 'reports a parameter example below the minimum',
    text: orders([
      `example: 7
`,
      `example: 0
`,
    ]),
    findings: ['error examples_match_schemas: example: 0'],
  },
  {
    title: 'reports a header example of the wrong type',
    text: orders([`example: '"7"'`, 'example: 7']),
    findings: ['error examples_match_schemas: example: 7'],
  },
  {
    title: 'reports a schema example that violates the schema',
    text: orders(['examples: [12]', 'examples: [12, -1]']),
    findings: ['error examples_match_schemas: -1] }'],
  },
  {
    title: 'reports a default that violates its schema',
    text: orders(['default: true', 'default: maybe']),
    findings: ['error examples_match_schemas: default: maybe }'],
  },
  {
    title: 'checks a default beside a $ref against the referenced schema',
    text: orders([
      `          x-server-data: true
          $ref: '#/components/schemas/Status'`,
      `          x-server-data: true
          default: gone
          $ref: '#/components/schemas/Status'`,
    ]),
    findings: ['error examples_match_schemas: default: gone'],
  },
]
