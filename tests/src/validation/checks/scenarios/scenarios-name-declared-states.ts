import { orders, type CheckExample } from '../../list-findings.ts'

export const scenariosNameDeclaredStates: readonly CheckExample[] = [
  {
    fact: 'parameters that the state takes are silent',
    text: orders(['with: { status: packed }', 'with: { status: open }']),
    told: [],
  },
  {
    fact: 'a state that is not declared is told',
    text: orders(['given: { state: no-order }', 'given: { state: order-of-nobody }']),
    told: ['error scenarios_name_declared_states: state: order-of-nobody }'],
  },
  {
    fact: 'a parameter that the state does not take is told',
    text: orders(['with: { status: packed }', 'with: { statu: packed }']),
    told: ['error scenarios_name_declared_states: statu: packed } }'],
  },
  {
    fact: 'a parameter with a value that the state does not take is told',
    text: orders(['with: { status: packed }', 'with: { status: lost }']),
    told: ['error scenarios_name_declared_states: status: lost } }'],
  },
  {
    fact: 'a path parameter that the state does not give is told',
    text: orders([
      `        path: { type: object, required: [orderId], properties: { orderId: { type: integer } } }
        given`,
      `        path: { type: object, properties: { id: { type: integer } } }
        given`,
    ]),
    told: [
      'error scenarios_name_declared_states: state: order }',
      'error scenarios_name_declared_states: state: order, with: { status: packed } }',
      'error scenarios_name_declared_states: id: reopen',
      'error scenarios_name_declared_states: id: no-good-key',
    ],
  },
]
