import { orders, type CheckExample } from '../../list-findings.ts'

export const securityIsDeclared: readonly CheckExample[] = [
  {
    title: 'accepts an operation that also allows requests without credentials',
    text: orders(['        - ApiKey: []', '        - ApiKey: []\n        - {}']),
    findings: [],
  },
  {
    title: 'reports an undeclared scheme once',
    text: orders(['        - ApiKey: []', '        - ApiKey: []\n        - ApiKye: []']),
    findings: ['error security_is_declared: ApiKye: []'],
  },
]
