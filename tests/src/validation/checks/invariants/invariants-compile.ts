import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsCompile: readonly CheckExample[] = [
  {
    fact: 'a rule as a block scalar is silent',
    text: orders([
      "rule: 'self.paid <= self.total'",
      `rule: |
            self.paid <=
            self.total`,
    ]),
    told: [],
  },
  {
    fact: 'a rule that is no CEL is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid =< self.total'"]),
    told: ["error invariants_compile: rule: 'self.paid =< self.total'"],
  },
  {
    fact: 'a when that is no CEL is told',
    text: orders(["when: 'has(self.dueAt)'", "when: 'has(self.dueAt'"]),
    told: ["error invariants_compile: when: 'has(self.dueAt'"],
  },
  {
    fact: 'an empty rule is told once',
    text: orders(["rule: 'self.paid <= self.total'", "rule: ''"]),
    told: ["error invariants_compile: rule: ''"],
  },
  {
    fact: 'a variable that nobody knows is told',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'this.paid <= self.total'"]),
    told: ["error invariants_compile: rule: 'this.paid <= self.total'"],
  },
]
