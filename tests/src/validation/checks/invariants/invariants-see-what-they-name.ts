import { orders, type Proof } from '../../told.ts'

export const invariantsSeeWhatTheyName: readonly Proof[] = [
  {
    fact: 'an invariant of a schema may speak of self',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid < self.total + 1'"]),
    told: [],
  },
  {
    fact: 'an invariant of a schema that speaks of the request is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.id == request.path.orderId'"]),
    told: ["error invariants_see_what_they_name: rule: 'self.id == request.path.orderId'"],
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
    told: ["error invariants_see_what_they_name: { id: lost, rule: 'self.id > 0', message: ids count }]"],
  },
]
