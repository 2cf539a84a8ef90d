import type { CheckExample } from '../../list-findings.ts'
import { withRefusals } from './with-refusals.ts'

export const refusalsAcceptARequest: readonly CheckExample[] = [
  { title: 'accepts rules that accept some request', text: withRefusals(), findings: [] },
  {
    title: 'reports rules that accept no request',
    text: withRefusals([["role in ['anonymous', 'unknown']", 'role == "partner" || role != "partner"']]),
    findings: ['error refusals_accept_a_request: x-refusals:', 'error refusals_agree_with_scenarios: id: pack'],
  },
]
