import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosSendValidRequests: readonly CheckExample[] = [
  {
    fact: 'a scenario of a refusal may send what breaks the schema',
    text: orders([
      `state: no-order }
            send: { body: { status: packed } }`,
      `state: no-order }
            send: { body: { status: 7 } }`,
    ]),
    told: [],
  },
  {
    fact: 'a scenario of a 200 whose body breaks the schema is told',
    text: orders(['$state: /given/courier', '$json: soon']),
    told: ['error scenarios_send_valid_requests: courier: { $json: soon } } }'],
  },
  {
    fact: 'a scenario of a 200 without the required body is told',
    text: orders([
      `        '404':
          - id`,
      `          - { id: tell, send: { query: { notify: true } } }
        '404':
          - id`,
    ]),
    told: ['error scenarios_send_valid_requests: send: { query: { notify: true } } }'],
  },
  {
    fact: 'a query parameter that the operation does not have is told',
    text: orders(['send: { body: { status: open,', 'send: { query: { notfy: true }, body: { status: open,']),
    told: [
      'error scenarios_send_valid_requests: notfy: true }, body: { status: open, courier: { $state: /given/courier } } }',
    ],
  },
  {
    fact: 'a path parameter that the operation does not have is told',
    text: orders([
      `state: no-order }
            send: { body`,
      `state: no-order }
            send: { path: { id: 7 }, body`,
    ]),
    told: ['error scenarios_send_valid_requests: id: 7 }, body: { status: packed } }'],
  },
]
