import type { CheckExample } from '../../list-findings.ts'
import { withRefusals } from './with-refusals.ts'

export const refusalsCompile: readonly CheckExample[] = [
  { title: 'accepts a condition in CEL', text: withRefusals(), findings: [] },
  {
    title: 'reports a condition that is not valid CEL',
    text: withRefusals([['state.name == "no-order"', 'state.name ==']]),
    findings: ['error refusals_compile: when: state.name =='],
  },
  {
    title: 'reports a condition that reads a variable of invariants',
    text: withRefusals([['state.name == "no-order"', 'self.id == 7']]),
    findings: ['error refusals_compile: when: self.id == 7'],
  },
]
