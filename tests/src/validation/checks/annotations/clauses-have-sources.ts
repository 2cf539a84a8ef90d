import { orders, type CheckExample } from '../../list-findings.ts'

export const clausesHaveSources: readonly CheckExample[] = [
  {
    title: 'applies the source of the object that refers to a component, if the component has none',
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
    findings: [],
  },
  {
    title: 'reports an operation without a source only once',
    text: orders([
      `        '*': seed
        x-update/refused`,
      `        x-invariants: seed
        x-update/refused`,
    ]),
    findings: ['error clauses_have_sources: patch:'],
  },
  {
    title: 'reports a component only once if neither the component nor an object that refers to it has a source',
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
    findings: ['error clauses_have_sources: patch:', 'error clauses_have_sources: Error:'],
  },
  {
    title: 'reports a new property of a schema whose map names the source of each property',
    text: orders(
      [
        "'*': seed, properties: seed, additional",
        "'*': seed, properties/status: seed, properties/courier: seed, additional",
      ],
      [
        'x-source: { format: assumed } }',
        "x-source: { '*': seed, format: assumed } }\n        gift: { type: boolean }",
      ],
    ),
    findings: ['error clauses_have_sources: gift: { type: boolean }'],
  },
]
