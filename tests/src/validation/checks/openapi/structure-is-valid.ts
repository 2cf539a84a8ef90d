import { orders, type CheckExample } from '../../list-findings.ts'

export const structureIsValid: readonly CheckExample[] = [
  {
    fact: 'an extension is silent',
    text: orders([
      `  version: 1.0.0
`,
      `  version: 1.0.0
  x-team: shop
`,
    ]),
    told: [],
  },
  {
    fact: 'a missing member is told once',
    text: orders([
      `  title: Orders
`,
      '',
    ]),
    told: ['error structure_is_valid: info:'],
  },
  {
    fact: 'an unknown member is told once',
    text: orders([
      `      summary: Update an order
`,
      `      summary: Update an order
      sumary: Update an order
`,
    ]),
    told: ['error structure_is_valid: sumary: Update an order'],
  },
  {
    fact: 'a path parameter that is not required is told once',
    text: orders([
      `          required: true
          description: Order identifier.`,
      `          required: false
          description: Order identifier.`,
    ]),
    told: ['error structure_is_valid: required: false'],
  },
  {
    fact: 'a member of the wrong type is told once',
    text: orders(['  version: 1.0.0', '  version: 1']),
    told: ['error structure_is_valid: version: 1'],
  },
]
