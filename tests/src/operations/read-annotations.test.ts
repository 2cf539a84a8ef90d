import { expect, test } from 'vitest'
import { documentFromText } from '../../../src/document/read-document.ts'
import { listOperations } from '../../../src/operations/list-operations.ts'
import type { Operation } from '../../../src/operations/operation.ts'
import { baseScenario } from '../../../src/operations/read-annotations.ts'

function annotated(annotations: string, root = ''): Operation {
  const text = `openapi: 3.1.0\n${root}paths:\n  /a:\n    get:\n      responses: { '200': {}, '404': {} }\n${annotations}`
  const [operation] = listOperations(documentFromText(text))
  if (operation === undefined) throw new Error('no operation')
  return operation
}

test('scenarios come by their status, and of one status as they are written', () => {
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

test('a scenario without a state has that of the first scenario of a 2xx', () => {
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

test('what a scenario leaves out is its default', () => {
  const [scenario] = annotated(`\n      x-scenarios: { '200': [{ id: one }] }`).scenarios
  expect(scenario).toMatchObject({ as: ['partner'], send: {}, accept: [] })
  expect(scenario?.then).toEqual({ body: {}, headers: {} })
  expect(scenario).not.toHaveProperty('given')
})

test('a role may be one or a list, statuses to accept too', () => {
  const { scenarios } = annotated(`
      x-scenarios: { '404': [{ id: a, as: nobody, accept: '403' }, { id: b, as: [nobody, unknown], accept: [403] }] }`)
  expect(scenarios.map(({ as, accept }) => [as, accept])).toEqual([
    [['anonymous'], ['403']],
    [['anonymous', 'unknown'], ['403']],
  ])
})

test('an unreachable status has its targets and its reason, and no scenario', () => {
  const { scenarios, unreachableStatuses } = annotated(`
      x-scenarios: { '404': { unreachable: { on: [live], because: nothing is ever lost } } }`)
  expect(scenarios).toEqual([])
  expect([...unreachableStatuses]).toEqual([['404', { on: ['live'], because: 'nothing is ever lost' }]])
})

test('states have what they take and what they give', () => {
  const { states } = annotated(
    '',
    'x-states: { order: { description: An order, with: { type: object }, gives: { required: [path] } }, bare: {} }\n',
  )
  expect([...states.values()]).toMatchObject([
    { name: 'order', description: 'An order', with: { type: 'object' }, gives: { required: ['path'] } },
    { name: 'bare', description: '', with: {}, gives: {} },
  ])
})

test('invariants of a response have ids, also where the document forgot them', () => {
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
