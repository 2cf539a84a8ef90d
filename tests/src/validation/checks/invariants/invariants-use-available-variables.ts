import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsUseAvailableVariables: readonly CheckExample[] = [
  {
    fact: 'an invariant of a schema may speak of self',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid < self.total + 1'"]),
    told: [],
  },
  {
    fact: 'an invariant of a schema that speaks of the request is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.id == request.path.orderId'"]),
    told: ["error invariants_use_available_variables: rule: 'self.id == request.path.orderId'"],
  },
  {
    fact: 'an invariant of an operation is told',
    text: orders([
      `      x-update: partial
`,
      `      x-update: partial
      x-invariants: [{ id: lost, rule: 'self.id > 0', message: ids count }]
`,
    ]),
    told: ["error invariants_use_available_variables: { id: lost, rule: 'self.id > 0', message: ids count }]"],
  },
]
