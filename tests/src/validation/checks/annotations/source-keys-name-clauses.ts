import { orders, type CheckExample } from '../../list-findings.ts'

export const sourceKeysNameClauses: readonly CheckExample[] = [
  {
    fact: 'a key for a negative case of an enum is silent',
    text: orders([
      '      enum: [open, packed, sent]',
      '      enum: [open, packed, sent]\n      x-source: { enum/case: assumed }',
    ]),
    told: [],
  },
  {
    fact: 'a member that an enum does not have is told',
    text: orders([
      '      enum: [open, packed, sent]',
      '      enum: [open, packed, sent]\n      x-source: { enum/packd: assumed }',
    ]),
    told: ['error source_keys_name_clauses: enum/packd: assumed }'],
  },
  {
    fact: 'a part of the object that no clause is found through is silent',
    text: orders(['name: X-Api-Key, x-source: seed }', 'name: X-Api-Key, x-source: { name: seed } }']),
    told: [],
  },
  {
    fact: 'a key for a negative case is silent',
    text: orders(['x-source: { format: assumed }', 'x-source: { format/naive: assumed }']),
    told: [],
  },
  {
    fact: 'a misspelt keyword in x-source is told',
    text: orders(['x-source: { format: assumed }', 'x-source: { formta: assumed }']),
    told: ['error source_keys_name_clauses: formta: assumed } }'],
  },
  {
    fact: 'a required name that nobody requires is told',
    text: orders(['required/paid: assumed', 'required/payed: assumed']),
    told: ['error source_keys_name_clauses: required/payed: assumed, x-invariants/paid-at-most: assumed }'],
  },
  {
    fact: 'an invariant that nobody has is told',
    text: orders(['x-invariants/paid-at-most: assumed', 'x-invariants/paid-at-least: assumed']),
    told: ['error source_keys_name_clauses: x-invariants/paid-at-least: assumed }'],
  },
  {
    fact: 'an enum member that nobody has is told in x-unreachable',
    text: orders(['enum/lost:', 'enum/lots:']),
    told: ['error source_keys_name_clauses: enum/lots: { on: [sandbox, live], because: nobody can ask for a loss }'],
  },
  {
    fact: 'x-source at the root is told',
    text: orders([
      `x-states:
`,
      `x-source: seed
x-states:
`,
    ]),
    told: ['error source_keys_name_clauses: x-source: seed'],
  },
  {
    fact: 'x-source where no clause is found is told',
    text: orders([
      `  version: 1.0.0
`,
      `  version: 1.0.0
  x-source: seed
`,
    ]),
    told: ['warning source_keys_name_clauses: x-source: seed'],
  },
]
