import { describe, expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import type { Operation } from '../../../src/operations/operation.ts'
import { baseScenario } from '../../../src/operations/read/read-annotations.ts'

function annotated(annotations: string, root = ''): Operation {
  const text = `openapi: 3.1.0\n${root}paths:\n  /a:\n    get:\n      responses: { '200': {}, '404': {} }\n${annotations}`
  const [operation] = listOperations(documentFromText(text))
  if (operation === undefined) throw new Error('no operation')
  return operation
}

describe('the reader of x- annotations', () => {
  test('lists scenarios by status, and the scenarios of one status in document order', () => {
    const { scenarios } = annotated(`
      x-scenarios:
        '404': [{ id: none, given: { state: nothing } }]
        '200': [{ id: one, given: { state: order, with: { open: true } } }, { id: two }]`)
    expect(scenarios.map(({ id, status }) => [id, status])).toEqual([
      ['one', '200'],
      ['two', '200'],
      ['none', '404'],
    ])
  })

  test('if a scenario has no state, gives it the state of the first 2xx scenario', () => {
    const { scenarios } = annotated(`
      x-scenarios:
        '404': [{ id: none }, { id: other, given: { state: nothing } }]
        '201': [{ id: one, given: { state: order, with: { open: true } } }]`)
    expect(baseScenario(scenarios)?.id).toBe('one')
    expect(scenarios.map(({ id, given }) => [id, given])).toEqual([
      ['one', { state: 'order', with: { open: true } }],
      ['none', { state: 'order', with: { open: true } }],
      ['other', { state: 'nothing', with: {} }],
    ])
  })

  test('if a scenario has only an id, gives it the role partner, an empty request and no expectation except its status', () => {
    const [scenario] = annotated(`\n      x-scenarios: { '200': [{ id: one }] }`).scenarios
    expect(scenario).toMatchObject({ as: ['partner'], send: {}, accept: [] })
    expect(scenario?.then).toEqual({ body: {}, headers: {} })
    expect(scenario).not.toHaveProperty('given')
  })

  test('reads a single role or a list of roles, and a single accepted status or a list of statuses', () => {
    const { scenarios } = annotated(`
      x-scenarios: { '404': [{ id: a, as: anonymous, accept: '403' }, { id: b, as: [anonymous, unknown], accept: [403] }] }`)
    expect(scenarios.map(({ as, accept }) => [as, accept])).toEqual([
      [['anonymous'], ['403']],
      [['anonymous', 'unknown'], ['403']],
    ])
  })

  test('lists the examples of a scenario after the scenario; an example inherits the properties that it does not set', () => {
    const { scenarios } = annotated(`
      x-scenarios:
        '404':
          - id: gone
            as: unknown
            given: { state: order }
            send: { body: 1 }
            accept: ['410']
            source: assumed
            examples: { twice: { send: { body: 2 } }, never: { as: partner, given: { state: nothing }, send: {} } }`)
    expect(scenarios.map(({ id, as, given, send }) => [id, as, given?.state, send])).toEqual([
      ['gone', ['unknown'], 'order', { body: 1 }],
      ['gone/twice', ['unknown'], 'order', { body: 2 }],
      ['gone/never', ['partner'], 'nothing', {}],
    ])
    expect(scenarios.map(({ accept, source, status }) => [accept, source, status])).toEqual(
      Array.from({ length: 3 }, () => [['410'], 'assumed', '404']),
    )
    expect(scenarios[1]?.address).toMatch(/x-scenarios\/404\/0\/examples\/twice$/)
  })

  test('reads the targets and the reason of an unreachable status', () => {
    const { scenarios, unreachableStatuses } = annotated(`
      x-scenarios: { '404': { unreachable: { on: [live], because: nothing is ever lost } } }`)
    expect(scenarios).toEqual([])
    expect([...unreachableStatuses]).toEqual([['404', { on: ['live'], because: 'nothing is ever lost' }]])
  })

  test('reads the schemas of the parameters (`with`) and of the values (`gives`) of each provider state', () => {
    const { states } = annotated(
      '',
      'x-states: { order: { description: An order, with: { type: object }, gives: { required: [path] } }, bare: {} }\n',
    )
    expect([...states.values()]).toMatchObject([
      { name: 'order', description: 'An order', with: { type: 'object' }, gives: { required: ['path'] } },
      { name: 'bare', description: '', with: {}, gives: {} },
    ])
  })

  test('if an invariant has no id, uses its index as id', () => {
    const text = `openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '200':
          x-invariants:
            - { id: positive, when: 'self.a != null', rule: 'self.a > 0', message: a is positive }
            - { rule: 'self.b > 0' }
            - nothing
`
    const [operation] = listOperations(documentFromText(text))
    expect(operation?.responses[0]?.invariants).toMatchObject([
      { id: 'positive', when: 'self.a != null', rule: 'self.a > 0', message: 'a is positive' },
      { id: '1', rule: 'self.b > 0', message: '' },
    ])
  })
})
