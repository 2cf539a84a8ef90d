import type { CheckExample } from '../../list-findings.ts'
import { withRefusals } from './with-refusals.ts'

export const refusalsAgreeWithScenarios: readonly CheckExample[] = [
  { title: 'accepts a scenario that the rules confirm', text: withRefusals(), findings: [] },
  {
    title: 'reports a scenario for which no rule is true',
    text: withRefusals([["['anonymous', 'unknown']", "['anonymous', 'revoked']"]]),
    findings: ['error refusals_agree_with_scenarios: id: no-good-key'],
  },
]
