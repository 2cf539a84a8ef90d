import { orders, type CheckExample } from '../../list-findings.ts'

export const schemasCompile: readonly CheckExample[] = [
  {
    title: 'accepts keywords of 2020-12 and third-party extensions',
    text: orders([
      'total: { type: integer, minimum: 0,',
      'total: { type: integer, minimum: 0, x-unit: cent, $comment: whole,',
    ]),
    findings: [],
  },
  {
    title: 'reports an unknown keyword with its position',
    text: orders(['paid: { type: integer,', 'paid: { type: integer, minimun: 0,']),
    findings: ['error schemas_compile: minimun: 0, minimum: 0 }'],
  },
  {
    title: 'reports an unknown format with its position',
    text: orders(['sku: { type: string }', 'sku: { type: string, format: sku }']),
    findings: ['warning schemas_compile: format: sku }, amount: { type: integer } }'],
  },
  {
    title: 'reports an invalid pattern with its position',
    text: orders(['sku: { type: string }', "sku: { type: string, pattern: '(A' }"]),
    findings: ["error schemas_compile: pattern: '(A' }, amount: { type: integer } }"],
  },
  {
    title: 'reports a keyword with a value of the wrong type only once',
    text: orders(['paid: { type: integer, minimum: 0 }', "paid: { type: integer, minimum: '0' }"]),
    findings: ["error schemas_compile: minimum: '0' }"],
  },
  {
    title: 'reports nullable in OpenAPI 3.1',
    text: orders(['deliveredBy: { type: integer }', 'deliveredBy: { type: integer, nullable: true }']),
    findings: ['error schemas_compile: nullable: true }'],
  },
  {
    title: 'reports faults in the schemas of provider states',
    text: orders([
      'zone: { type: string }, courier: { type: integer }',
      'zone: { typo: string }, courier: { type: integer }',
    ]),
    findings: ['error schemas_compile: typo: string }, courier: { type: integer } }'],
  },
  {
    title: 'reports faults in unused schemas',
    text: orders([
      `    Error:
`,
      `    Unused: { type: strin }
    Error:
`,
    ]),
    findings: ['error schemas_compile: type: strin }'],
  },
  {
    title: 'reports a fault in a combined schema once',
    text: orders(['deliveredBy: { type: integer }', 'deliveredBy: { oneOf: [{ type: integer }, { minLength: x }] }']),
    findings: ['error schemas_compile: minLength: x }] }'],
  },
]
