import type { CheckExample } from '../../list-findings.ts'
import { withRefusals } from './with-refusals.ts'

export const refusalsAreReached: readonly CheckExample[] = [
  { title: 'accepts rules that each decide some request', text: withRefusals(), findings: [] },
  {
    title: 'reports a rule that is hidden by an earlier rule',
    text: withRefusals(
      [["role in ['anonymous', 'unknown']", 'role in ["anonymous", "unknown"] || state.name == "no-order"']],
      [
        "            given: { state: no-order }\n            send: { body: { status: packed } }\n            accept: ['403']",
        "            given: { state: no-order }\n            send: { body: { status: packed } }\n            accept: ['403', '404']",
      ],
    ),
    findings: ['warning refusals_are_reached: id: no-such-order', "warning refusals_are_reached: '404':"],
  },
]
