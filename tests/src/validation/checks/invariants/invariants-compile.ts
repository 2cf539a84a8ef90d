import { orders, type CheckExample } from '../../list-findings.ts'

export const invariantsCompile: readonly CheckExample[] = [
  {
    title: 'accepts a rule as a block scalar',
    text: orders([
      "rule: 'self.paid <= self.total'",
      `rule: |
            self.paid <=
            self.total`,
    ]),
    findings: [],
  },
  {
    title: 'reports a rule that is not CEL',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'self.paid =< self.total'"]),
    findings: ["error invariants_compile: rule: 'self.paid =< self.total'"],
  },
  {
    title: 'reports a `when` that is not CEL',
    text: orders(["when: 'has(self.dueAt)'", "when: 'has(self.dueAt'"]),
    findings: ["error invariants_compile: when: 'has(self.dueAt'"],
  },
  {
    title: 'reports an empty rule once',
    text: orders(["rule: 'self.paid <= self.total'", "rule: ''"]),
    findings: ["error invariants_compile: rule: ''"],
  },
  {
    title: 'reports an unknown variable',
    text: orders(["rule: 'self.paid <= self.total'", "rule: 'this.paid <= self.total'"]),
    findings: ["error invariants_compile: rule: 'this.paid <= self.total'"],
  },
]
