import { orders, type CheckExample } from '../../list-findings.ts'

export const examplesSatisfyInvariants: readonly CheckExample[] = [
  {
    fact: 'an example for which an invariant has nothing to say is silent',
    text: orders(['lines: [{ sku: A1, amount: 2 }]', 'lines: []']),
    told: [],
  },
  {
    fact: 'an example that breaks an invariant of its schema is told at the place of self',
    text: orders([
      `paid: 12
`,
      `paid: 13
`,
    ]),
    told: ['error examples_satisfy_invariants: value:'],
  },
  {
    fact: 'an example that breaks an invariant of the response is told',
    text: orders(["rule: 'self.id == request.path.orderId'", "rule: 'self.id == 8'"]),
    told: ['error examples_satisfy_invariants: value:'],
  },
  {
    fact: 'a rule that gives no truth value is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid + self.total'"]),
    told: ['error examples_satisfy_invariants: value:'],
  },
]
