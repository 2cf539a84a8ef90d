import { orders, type CheckExample } from '../../list-findings.ts'

export const lint: readonly CheckExample[] = [
  {
    fact: 'a component that is used is silent',
    text: orders(['title: Orders', 'title: More orders']),
    told: [],
  },
  {
    fact: 'a component that nobody uses is told',
    text: orders([
      `    Error:
`,
      `    Unused: { type: string }
    Error:
`,
    ]),
    told: ['error lint: Unused: { type: string }'],
  },
  {
    fact: 'a member twice in an enum is told',
    text: orders(['enum: [open, packed, sent]', 'enum: [open, packed, sent, sent]']),
    told: ['error lint: sent]'],
  },
  {
    fact: 'an example that stands elsewhere is not fetched',
    text: orders(['pack: { value: { status: packed } }', "pack: { externalValue: 'https://orders.test/pack.json' }"]),
    told: [],
  },
  {
    fact: 'an extension may have the name of one that Redocly knows, and another form',
    text: orders(['  version: 1.0.0', '  version: 1.0.0\n  x-logo: logo.png']),
    told: [],
  },
  {
    fact: 'of a document that is not written for us, what OpenAPI leaves open is a warning',
    text: [
      'openapi: 3.1.0',
      'jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema',
      'info: { title: Things, version: 1.0.0 }',
      'paths:',
      '  /things:',
      '    get:',
      "      responses: { '404': { description: nothing } }",
      'components:',
      '  schemas:',
      '    Unused: { type: string }',
      '',
    ].join('\n'),
    told: [
      'warning lint: openapi: 3.1.0',
      'warning lint: get:',
      'warning lint: get:',
      'warning lint: get:',
      "warning lint: responses: { '404': { description: nothing } }",
      'warning lint: Unused: { type: string }',
    ],
  },
]
