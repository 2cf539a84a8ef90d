import { orders, type CheckExample } from '../../list-findings.ts'

export const lint: readonly CheckExample[] = [
  {
    title: 'accepts an extension',
    text: orders(['  version: 1.0.0', '  version: 1.0.0\n  x-team: shop']),
    findings: [],
  },
  {
    title: 'reports a missing property once',
    text: orders(['  title: Orders\n', '']),
    findings: ['error lint: info:'],
  },
  {
    title: 'reports an unknown property once',
    text: orders([
      '      summary: Update an order\n',
      '      summary: Update an order\n      sumary: Update an order\n',
    ]),
    findings: ['error lint: sumary: Update an order'],
  },
  {
    title: 'reports a property of the wrong type once',
    text: orders(['  version: 1.0.0', '  version: 1']),
    findings: ['error lint: version: 1'],
  },
  {
    title: 'accepts a component that is used',
    text: orders(['title: Orders', 'title: More orders']),
    findings: [],
  },
  {
    title: 'reports an unused component',
    text: orders([
      `    Error:
`,
      `    Unused: { type: string }
    Error:
`,
    ]),
    findings: ['error lint: Unused: { type: string }'],
  },
  {
    title: 'reports a duplicate enum value',
    text: orders(['enum: [open, packed, sent]', 'enum: [open, packed, sent, sent]']),
    findings: ['error lint: sent]'],
  },
  {
    title: 'does not fetch an external example',
    text: orders(['pack: { value: { status: packed } }', "pack: { externalValue: 'https://orders.test/pack.json' }"]),
    findings: [],
  },
  {
    title: 'accepts any form of an extension that Redocly knows by name',
    text: orders(['  version: 1.0.0', '  version: 1.0.0\n  x-logo: logo.png']),
    findings: [],
  },
  {
    title: 'accepts bounds that a double cannot represent',
    text: orders(['    Error:\n', '    Error:\n      maxProperties: 9007199254740993\n']),
    findings: [],
  },
  {
    title: 'reports optional rules as warnings in a document without annotations',
    text: [
      'openapi: 3.1.0',
      'jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema',
      'info: { title: Things, version: 1.0.0 }',
      'paths:',
      '  /things/:',
      '    get:',
      "      responses: { '404': { description: nothing } }",
      'components:',
      '  schemas:',
      '    Unused: { type: string }',
      '',
    ].join('\n'),
    findings: [
      'warning lint: openapi: 3.1.0',
      'warning lint: /things/:',
      'warning lint: get:',
      'warning lint: get:',
      'warning lint: get:',
      "warning lint: responses: { '404': { description: nothing } }",
      'warning lint: Unused: { type: string }',
    ],
  },
]
