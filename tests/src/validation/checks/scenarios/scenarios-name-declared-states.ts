import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosNameDeclaredStates: readonly CheckExample[] = [
  {
    title: 'accepts declared state parameters',
    text: orders(['with: { status: packed }', 'with: { status: open }']),
    findings: [],
  },
  {
    title: 'reports a state that is not declared',
    text: orders(['given: { state: no-order }', 'given: { state: order-of-nobody }']),
    findings: ['error scenarios_name_declared_states: state: order-of-nobody }'],
  },
  {
    title: 'reports a state parameter that is not declared',
    text: orders(['with: { status: packed }', 'with: { statu: packed }']),
    findings: ['error scenarios_name_declared_states: statu: packed } }'],
  },
  {
    title: 'reports an invalid value of a state parameter',
    text: orders(['with: { status: packed }', 'with: { status: lost }']),
    findings: ['error scenarios_name_declared_states: status: lost } }'],
  },
  {
    title: 'reports a path parameter that the state does not provide',
    text: orders([
      `        path: { type: object, required: [orderId], properties: { orderId: { type: integer } } }
        given`,
      `        path: { type: object, properties: { id: { type: integer } } }
        given`,
    ]),
    findings: [
      'error scenarios_name_declared_states: state: order }',
      'error scenarios_name_declared_states: state: order, with: { status: packed } }',
      'error scenarios_name_declared_states: id: reopen',
      'error scenarios_name_declared_states: id: no-good-key',
    ],
  },
]
