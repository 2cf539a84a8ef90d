import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { documentFromText } from '../../../../src/document/read-document.ts'
import { listOperations } from '../../../../src/operations/list-operations.ts'
import { mayWrite, orderCases } from '../../../../src/run/execute/order-cases.ts'

const operations = listOperations(
  documentFromText(
    `
openapi: 3.1.0
info: { title: Shops, version: '1' }
paths:
  /shops:
    delete: { operationId: clearShops, responses: { '204': { description: ok } } }
  /shops/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: deleteShop, responses: { '204': { description: ok }, '404': { description: none } } }
    get: { operationId: getShop, responses: { '200': { description: ok } } }
    patch: { operationId: renameShop, responses: { '200': { description: ok } } }
  /shops/{id}/close:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    post: { operationId: resetShop, responses: { '200': { description: ok } } }
`,
    'shops.yaml',
  ),
)

function caseOf(id: string, kind: 'accepted' | 'refused' | 'unsupported-method', changes: Partial<Case> = {}): Case {
  const operation = operations.find((each) => each.id === id)
  if (operation === undefined) throw new Error(`no operation ${id}`)
  const expectation = kind === 'refused' ? { kind, part: 'path' as const } : { kind }
  return {
    path: `${id}/${kind}`,
    operation,
    maker: 'valid',
    title: '',
    as: 'partner',
    send: {},
    expect: expectation,
    proves: [],
    ...changes,
  }
}

const live = { name: 'live', shows: { state: false, auth: 'full' } } as const

const plan = [
  caseOf('clearShops', 'accepted'),
  caseOf('deleteShop', 'accepted'),
  caseOf('deleteShop', 'refused'),
  caseOf('getShop', 'unsupported-method', { method: 'DELETE' }),
  caseOf('getShop', 'accepted'),
  caseOf('renameShop', 'accepted'),
  caseOf('resetShop', 'accepted'),
]

test('on a live server, cases that delete come last: first those that expect a refusal, and children before their parents', () => {
  expect(orderCases(plan, live).map(({ path }) => path)).toEqual([
    'getShop/accepted',
    'renameShop/accepted',
    'resetShop/accepted',
    'deleteShop/refused',
    'deleteShop/accepted',
    'getShop/unsupported-method',
    'clearShops/accepted',
  ])
})

test('mock and sandbox keep the order of the plan', () => {
  expect(orderCases(plan, { name: 'sandbox' })).toEqual(plan)
})

test('on a live server, only cases with safe methods run concurrently', () => {
  expect(plan.filter((aCase) => !mayWrite(aCase, live)).map(({ path }) => path)).toEqual(['getShop/accepted'])
})

test('cases that have their own fixture run concurrently', () => {
  const given = { state: 'shop', with: {} }
  const withStates = { ...live, shows: { ...live.shows, state: true } }
  expect(mayWrite(caseOf('renameShop', 'accepted', { given }), withStates)).toBe(false)
  expect(mayWrite(caseOf('renameShop', 'accepted', { given }), live)).toBe(true)
})
