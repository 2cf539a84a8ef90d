import { type CheckExample, orders } from '../../list-findings.ts'

const withTransitions = (allowed: string): string =>
  orders([
    "          x-server-data: true\n          $ref: '#/components/schemas/Status'\n",
    `          x-server-data: true\n          x-transitions: { source: assumed, allowed: ${allowed} }\n          $ref: '#/components/schemas/Status'\n`,
  ])

export const transitionsNameKnownValues: readonly CheckExample[] = [
  {
    title: 'accepts changes between the values of the enum',
    text: withTransitions('{ open: [packed], packed: [open, sent], sent: [] }'),
    findings: [],
  },
  {
    title: 'reports a change to an unknown value, and a value whose changes are missing',
    text: withTransitions('{ open: [lost], packed: [] }'),
    findings: [
      'error transitions_name_known_values: allowed: { open: [lost], packed: [] } }',
      'error transitions_name_known_values: lost], packed: [] } }',
    ],
  },
]
