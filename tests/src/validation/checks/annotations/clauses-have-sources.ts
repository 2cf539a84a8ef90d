import { orders, type CheckExample } from '../../list-findings.ts'

export const clausesHaveSources: readonly CheckExample[] = [
  {
    fact: 'a source of the referring object serves a component without one',
    text: orders([
      `        '404':
          description: There is no such order.
          content:
            application/json:
`,
      `        '404':
          description: There is no such order.
          content:
            application/json:
              x-source: assumed
`,
    ]),
    told: [],
  },
  {
    fact: 'an operation without a source is told once',
    text: orders([
      `        '*': seed
        x-update/refused`,
      `        x-invariants: seed
        x-update/refused`,
    ]),
    told: ['error clauses_have_sources: patch:'],
  },
  {
    fact: 'a component without a source is told once, where nobody who refers to it has one',
    text: orders(
      [
        `        '*': seed
        x-update/refused`,
        `        x-invariants: seed
        x-update/refused`,
      ],
      [
        `      x-source: assumed
      properties: { message`,
        '      properties: { message',
      ],
    ),
    told: ['error clauses_have_sources: patch:', 'error clauses_have_sources: Error:'],
  },
]
