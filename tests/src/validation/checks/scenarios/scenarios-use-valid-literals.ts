import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosUseValidLiterals: readonly CheckExample[] = [
  {
    fact: 'a literal that is verbatim is silent',
    text: orders(['body: { status: open, courier', 'body: { status: { $json: open }, courier']),
    told: [],
  },
  {
    fact: 'a $state that the state does not give is told',
    text: orders(['$state: /given/courier', '$state: /given/couriers']),
    told: ['error scenarios_use_valid_literals: courier: { $state: /given/couriers } } }'],
  },
  {
    fact: 'a $time without a zone is told once',
    text: orders([', zone: { $state: /given/zone } }', ' }']),
    told: ["error scenarios_use_valid_literals: dueAt: { $time: P3D, at: '10:00' }, status: sent } }"],
  },
  {
    fact: 'an unknown literal is told once',
    text: orders(['$state: /given/courier', '$stat: /given/courier']),
    told: ['error scenarios_use_valid_literals: courier: { $stat: /given/courier } } }'],
  },
]
