import { orders, type Proof } from '../../told.ts'

export const recipesAskForDeclaredStates: readonly Proof[] = [
  {
    fact: 'parameters that the state takes are silent',
    text: orders(['with: { status: packed }', 'with: { status: open }']),
    told: [],
  },
  {
    fact: 'a state that is not declared is told',
    text: orders(['given: { state: no-order }', 'given: { state: order-of-nobody }']),
    told: ['error recipes_ask_for_declared_states: state: order-of-nobody }'],
  },
  {
    fact: 'a parameter that the state does not take is told',
    text: orders(['with: { status: packed }', 'with: { statu: packed }']),
    told: ['error recipes_ask_for_declared_states: statu: packed } }'],
  },
  {
    fact: 'a parameter with a value that the state does not take is told',
    text: orders(['with: { status: packed }', 'with: { status: lost }']),
    told: ['error recipes_ask_for_declared_states: status: lost } }'],
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
      'error recipes_ask_for_declared_states: state: order }',
      'error recipes_ask_for_declared_states: state: order, with: { status: packed } }',
      'error recipes_ask_for_declared_states: id: reopen',
      'error recipes_ask_for_declared_states: id: no-good-key',
    ],
  },
]
