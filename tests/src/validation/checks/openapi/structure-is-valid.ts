import { orders, type CheckExample } from '../../list-findings.ts'

export const structureIsValid: readonly CheckExample[] = [
  {
    title: 'accepts a required path parameter',
    text: orders(['description: Order identifier.', 'description: The id of the order.']),
    findings: [],
  },
  {
    title: 'reports a path parameter with `required: false` only once',
    text: orders([
      `          required: true
          description: Order identifier.`,
      `          required: false
          description: Order identifier.`,
    ]),
    findings: ['error structure_is_valid: required: false'],
  },
  {
    title: 'reports a path parameter that has no `required`, at the parameter',
    text: orders([
      `          required: true
          description: Order identifier.`,
      `          description: Order identifier.`,
    ]),
    findings: ['error structure_is_valid: name: orderId'],
  },
  {
    title: 'reports a style that the location of the parameter does not allow',
    text: orders([
      `          description: Order identifier.`,
      `          style: form
          description: Order identifier.`,
    ]),
    findings: ['error structure_is_valid: style: form'],
  },
  {
    title: 'reports a parameter with both schema and content',
    text: orders([
      `          description: Order identifier.`,
      `          content: { text/plain: {} }
          description: Order identifier.`,
    ]),
    findings: ['error structure_is_valid: name: orderId'],
  },
  {
    title: 'reports a license with both url and identifier',
    text: orders([
      '  version: 1.0.0',
      "  version: 1.0.0\n  license: { name: MIT, identifier: MIT, url: 'https://orders.test/license' }",
    ]),
    findings: ["error structure_is_valid: license: { name: MIT, identifier: MIT, url: 'https://orders.test/license' }"],
  },
]
