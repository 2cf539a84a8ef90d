import { orders, type CheckExample } from '../../list-findings.ts'

export const securityIsDeclared: readonly CheckExample[] = [
  {
    fact: 'an operation that is open to everybody asks for no scheme',
    text: orders(['        - ApiKey: []', '        - ApiKey: []\n        - {}']),
    told: [],
  },
  {
    fact: 'a scheme that nobody declares is told once',
    text: orders(['        - ApiKey: []', '        - ApiKey: []\n        - ApiKye: []']),
    told: ['error security_is_declared: ApiKye: []'],
  },
]
