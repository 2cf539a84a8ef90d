import { orders, type CheckExample } from '../../list-findings.ts'

export const schemasCompile: readonly CheckExample[] = [
  {
    fact: 'keywords of 2020-12 and annotations of others are silent',
    text: orders([
      'total: { type: integer, minimum: 0,',
      'total: { type: integer, minimum: 0, x-unit: cent, $comment: whole,',
    ]),
    told: [],
  },
  {
    fact: 'an unknown keyword is told at its place',
    text: orders(['paid: { type: integer,', 'paid: { type: integer, minimun: 0,']),
    told: ['error schemas_compile: minimun: 0, minimum: 0 }'],
  },
  {
    fact: 'an unknown format is told at its place',
    text: orders(['sku: { type: string }', 'sku: { type: string, format: sku }']),
    told: ['warning schemas_compile: format: sku }, amount: { type: integer } }'],
  },
  {
    fact: 'a pattern that does not run is told at its place',
    text: orders(['sku: { type: string }', "sku: { type: string, pattern: '(A' }"]),
    told: ["error schemas_compile: pattern: '(A' }, amount: { type: integer } }"],
  },
  {
    fact: 'a keyword of the wrong form is told once',
    text: orders(['paid: { type: integer, minimum: 0 }', "paid: { type: integer, minimum: '0' }"]),
    told: ["error schemas_compile: minimum: '0' }"],
  },
  {
    fact: 'nullable is not a keyword of OpenAPI 3.1',
    text: orders(['deliveredBy: { type: integer }', 'deliveredBy: { type: integer, nullable: true }']),
    told: ['error schemas_compile: nullable: true }'],
  },
  {
    fact: 'the schemas of a provider state are compiled too',
    text: orders([
      'zone: { type: string }, courier: { type: integer }',
      'zone: { typo: string }, courier: { type: integer }',
    ]),
    told: ['error schemas_compile: typo: string }, courier: { type: integer } }'],
  },
  {
    fact: 'a schema that no operation uses is compiled too',
    text: orders([
      `    Error:
`,
      `    Unused: { type: strin }
    Error:
`,
    ]),
    told: ['error schemas_compile: type: strin }'],
  },
  {
    fact: 'what cannot be compiled in a combination is told once',
    text: orders(['deliveredBy: { type: integer }', 'deliveredBy: { oneOf: [{ type: integer }, { minLength: x }] }']),
    told: ['error schemas_compile: minLength: x }] }'],
  },
]
