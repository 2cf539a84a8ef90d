import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsUseAvailableVariables: readonly CheckExample[] = [
  {
    title: 'accepts `self` in an invariant of a schema',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid < self.total + 1'"]),
    findings: [],
  },
  {
    title: 'reports an invariant of a schema that reads the request',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.id == request.path.orderId'"]),
    findings: ["error invariants_use_available_variables: rule: 'self.id == request.path.orderId'"],
  },
  {
    title: 'reports an invariant at an operation',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-invariants: [{ id: lost, rule: 'self.id > 0', message: ids count }]
`,
    ]),
    findings: ["error invariants_use_available_variables: { id: lost, rule: 'self.id > 0', message: ids count }]"],
  },
]
