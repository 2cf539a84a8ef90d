import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosSendValidRequests: readonly CheckExample[] = [
  {
    title: 'accepts an invalid body in a scenario of a 4xx',
    text: orders([
      `state: no-order }
            send: { body: { status: packed } }`,
      `state: no-order }
            send: { body: { status: 7 } }`,
    ]),
    findings: [],
  },
  {
    title: 'reports a scenario of a 200 with an invalid body',
    text: orders(['$state: /given/courier', '$json: soon']),
    findings: ['error scenarios_send_valid_requests: courier: { $json: soon } } }'],
  },
  {
    title: 'reports a scenario of a 200 without the required body',
    text: orders([
      `        '404':
          - id`,
      `          - { id: tell, send: { query: { notify: true } } }
        '404':
          - id`,
    ]),
    findings: ['error scenarios_send_valid_requests: send: { query: { notify: true } } }'],
  },
  {
    title: 'reports an unknown query parameter',
    text: orders(['send: { body: { status: open,', 'send: { query: { notfy: true }, body: { status: open,']),
    findings: [
      'error scenarios_send_valid_requests: notfy: true }, body: { status: open, courier: { $state: /given/courier } } }',
    ],
  },
  {
    title: 'reports an unknown path parameter',
    text: orders([
      `state: no-order }
            send: { body`,
      `state: no-order }
            send: { path: { id: 7 }, body`,
    ]),
    findings: ['error scenarios_send_valid_requests: id: 7 }, body: { status: packed } }'],
  },
]
