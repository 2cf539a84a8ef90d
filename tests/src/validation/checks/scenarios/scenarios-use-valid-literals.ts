import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosUseValidLiterals: readonly CheckExample[] = [
  {
    title: 'accepts a value in $json, which is sent unchanged',
    text: orders(['body: { status: open, courier', 'body: { status: { $json: open }, courier']),
    findings: [],
  },
  {
    title: 'reports a $state value that the state does not provide',
    text: orders(['$state: /given/courier', '$state: /given/couriers']),
    findings: ['error scenarios_use_valid_literals: courier: { $state: /given/couriers } } }'],
  },
  {
    title: 'reports a $time without a zone once',
    text: orders([', zone: { $state: /given/zone } }', ' }']),
    findings: ["error scenarios_use_valid_literals: dueAt: { $time: P3D, at: '10:00' }, status: sent } }"],
  },
  {
    title: 'reports an unknown literal once',
    text: orders(['$state: /given/courier', '$stat: /given/courier']),
    findings: ['error scenarios_use_valid_literals: courier: { $stat: /given/courier } } }'],
  },
]
