import { orders, type CheckExample } from '../../list-findings.ts'

export const sourceKeysNameClauses: readonly CheckExample[] = [
  {
    title: 'accepts a key for a negative case of an enum',
    text: orders([
      '      enum: [open, packed, sent]',
      '      enum: [open, packed, sent]\n      x-source: { enum/case: assumed }',
    ]),
    findings: [],
  },
  {
    title: 'reports a key for an unknown enum value',
    text: orders([
      '      enum: [open, packed, sent]',
      '      enum: [open, packed, sent]\n      x-source: { enum/packd: assumed }',
    ]),
    findings: ['error source_keys_name_clauses: enum/packd: assumed }'],
  },
  {
    title: 'accepts a key for an existing property of the object that yields no clauses',
    text: orders(['name: X-Api-Key, x-source: seed }', 'name: X-Api-Key, x-source: { name: seed } }']),
    findings: [],
  },
  {
    title: 'accepts a key for a negative case',
    text: orders(['x-source: { format: assumed }', 'x-source: { format/naive: assumed }']),
    findings: [],
  },
  {
    title: 'reports a misspelt keyword in x-source',
    text: orders(['x-source: { format: assumed }', 'x-source: { formta: assumed }']),
    findings: ['error source_keys_name_clauses: formta: assumed } }'],
  },
  {
    title: 'reports a key for a required name that the schema does not require',
    text: orders(['required/paid: assumed', 'required/payed: assumed']),
    findings: ['error source_keys_name_clauses: required/payed: assumed, x-invariants/paid-at-most: assumed }'],
  },
  {
    title: 'reports a key for an unknown invariant',
    text: orders(['x-invariants/paid-at-most: assumed', 'x-invariants/paid-at-least: assumed']),
    findings: ['error source_keys_name_clauses: x-invariants/paid-at-least: assumed }'],
  },
  {
    title: 'reports an unknown enum value in x-unreachable',
    text: orders(['enum/lost:', 'enum/lots:']),
    findings: [
      'error source_keys_name_clauses: enum/lots: { on: [sandbox, live], because: nobody can ask for a loss }',
    ],
  },
  {
    title: 'reports x-source at the root of the document',
    text: orders([
      `x-states:
`,
      `x-source: seed
x-states:
`,
    ]),
    findings: ['error source_keys_name_clauses: x-source: seed'],
  },
  {
    title: 'reports x-source on an object that yields no clauses',
    text: orders([
      `  version: 1.0.0
`,
      `  version: 1.0.0
  x-source: seed
`,
    ]),
    findings: ['warning source_keys_name_clauses: x-source: seed'],
  },
]
