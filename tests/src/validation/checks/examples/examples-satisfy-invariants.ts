import { orders, type CheckExample } from '../../list-findings.ts'

export const examplesSatisfyInvariants: readonly CheckExample[] = [
  {
    title: 'accepts an example to which the invariant does not apply',
    text: orders(['lines: [{ sku: A1, amount: 2 }]', 'lines: []']),
    findings: [],
  },
  {
    title: 'reports an example that violates an invariant of its schema, at the object that `self` stands for',
    text: orders([
      `paid: 12
`,
      `paid: 13
`,
    ]),
    findings: ['error examples_satisfy_invariants: value:'],
  },
  {
    title: 'reports an example that violates an invariant of the response',
    text: orders(["rule: 'self.id == request.path.orderId'", "rule: 'self.id == 8'"]),
    findings: ['error examples_satisfy_invariants: value:'],
  },
  {
    title: 'reports a rule that does not return a boolean',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid + self.total'"]),
    findings: ['error examples_satisfy_invariants: value:'],
  },
]
