import { orders, type CheckExample } from '../../list-findings.ts'

export const examplesMatchSchemas: readonly CheckExample[] = [
  {
    fact: 'examples on the bounds of their schemas are silent',
    text: orders([
      `paid: 12
`,
      `paid: 0
`,
    ]),
    told: [],
  },
  {
    fact: 'a response example of another type breaks its schema',
    text: orders([
      `total: 12
`,
      `total: '12'
`,
    ]),
    told: ["error examples_match_schemas: total: '12'"],
  },
  {
    fact: 'a response example without a required member breaks its schema',
    text: orders([
      `                    lines: [{ sku: A1, amount: 2 }]
`,
      '',
    ]),
    told: ['error examples_match_schemas: value:'],
  },
  {
    fact: 'a request example with an unknown member breaks a closed schema',
    text: orders(['pack: { value: { status: packed } }', 'pack: { value: { status: packed, colour: red } }']),
    told: ['error examples_match_schemas: colour: red } }'],
  },
  {
    fact: 'a parameter example below its bound breaks its schema',
    text: orders([
      `example: 7
`,
      `example: 0
`,
    ]),
    told: ['error examples_match_schemas: example: 0'],
  },
  {
    fact: 'a header example of another type breaks its schema',
    text: orders([`example: '"7"'`, 'example: 7']),
    told: ['error examples_match_schemas: example: 7'],
  },
  {
    fact: 'an example that a schema shows of itself breaks it',
    text: orders(['examples: [12]', 'examples: [12, -1]']),
    told: ['error examples_match_schemas: -1] }'],
  },
  {
    fact: 'a default breaks its schema',
    text: orders(['default: true', 'default: maybe']),
    told: ['error examples_match_schemas: default: maybe }'],
  },
  {
    fact: 'a default beside a $ref breaks what the $ref means',
    text: orders([
      `          x-server-data: true
          $ref: '#/components/schemas/Status'`,
      `          x-server-data: true
          default: gone
          $ref: '#/components/schemas/Status'`,
    ]),
    told: ['error examples_match_schemas: default: gone'],
  },
]
