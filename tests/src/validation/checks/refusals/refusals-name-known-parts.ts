import type { CheckExample } from '../../list-findings.ts'
import { withRefusals } from './with-refusals.ts'

const ALL_ROLES = [
  'partner, anonymous, malformed, unknown, other-partner, revoked, no-grant, no-scope',
  'unsigned, wrong-signer, expired, not-yet-valid, wrong-audience',
].join(', ')

export const refusalsNameKnownParts: readonly CheckExample[] = [
  { title: 'accepts rules with different ids and documented statuses', text: withRefusals(), findings: [] },
  {
    title: 'reports two rules with one id',
    text: withRefusals([['id: no-such-order', 'id: no-good-key']]),
    findings: ['error refusals_name_known_parts: id: no-good-key'],
  },
  {
    title: 'reports a status that the operation does not document',
    text: withRefusals(
      [["status: '404'", "status: '409'"]],
      [
        "        '404':\n          - id: no-such-order\n            given: { state: no-order }\n            send: { body: { status: packed } }\n            accept: ['403']\n",
        "        '404': { unreachable: { on: [sandbox], because: nothing is missing } }\n",
      ],
    ),
    findings: ["error refusals_name_known_parts: status: '409'"],
  },
  {
    title: 'reports a name that does not exist',
    text: withRefusals([
      ['state.name == "no-order"', 'state.nmae == "x" || state.name == "no-order" || sent.colour == 1'],
    ]),
    findings: [
      'error refusals_accept_a_request: x-refusals:',
      'error refusals_name_known_parts: when: state.nmae == "x" || state.name == "no-order" || sent.colour == 1',
      'error refusals_name_known_parts: when: state.nmae == "x" || state.name == "no-order" || sent.colour == 1',
    ],
  },
  {
    title: 'reports a state that excludes every role',
    text: withRefusals(
      [['state.name == "no-order"', 'state.name == "no-order"']],
      [
        '    description: An id that no order has.\n',
        `    description: An id that no order has.\n    excludes: [${ALL_ROLES}]\n`,
      ],
    ),
    findings: [
      `error refusals_name_known_parts: excludes: [${ALL_ROLES}]`,
      'warning refusals_are_reached: id: no-such-order',
      "warning refusals_are_reached: '404':",
    ],
  },
]
