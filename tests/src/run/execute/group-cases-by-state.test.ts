import { expect, test } from 'vitest'
import type { Case } from '../../../../src/cases/case.ts'
import { groupCasesByState } from '../../../../src/run/execute/group-cases-by-state.ts'
import { orderCase } from '../../../support/orders-target.ts'
import { ordersOperation } from '../../../support/orders-document.ts'

const closed = { state: 'order', with: { open: false } }
const status = (code: string): Partial<Case> => ({ expect: { kind: 'status', status: code, accept: [] } })
const accepted: Partial<Case> = { expect: { kind: 'accepted' } }

/**
 * Groups cases. Returns the case paths of each group. A group is marked as `refused` if the server must refuse all of
 * its cases.
 */
function units(cases: Readonly<Record<string, Partial<Case>>>, share = true): string[] {
  const made = groupCasesByState(
    Object.entries(cases).map(([path, changes]) => orderCase(path, changes)),
    share,
  )
  return made.map((unit) => unit.cases.map(({ path }) => path).join('+') + (unit.refused ? ' refused' : ''))
}

test('negative cases of one provider state share one resource', () => {
  expect(units({ a: {}, b: {}, c: {} })).toEqual(['a+b+c refused'])
})
test('a valid case gets its own resource, and the groups are in the order of their first cases', () => {
  expect(units({ a: {}, b: accepted, c: {}, d: accepted })).toEqual(['a+c refused', 'b', 'd'])
})
test('cases share a resource only if they have the same provider state with the same parameters', () => {
  expect(
    units({ a: {}, b: { given: closed }, c: { given: { state: 'none', with: {} } }, d: { given: closed } }),
  ).toEqual(['a refused', 'b+d refused', 'c refused'])
})
test('cases of different operations do not share a resource', () => {
  expect(units({ a: {}, b: { operation: ordersOperation() } })).toEqual(['a refused', 'b refused'])
})
test.each<[string, Partial<Case>, boolean]>([
  ['a scenario of a 4xx shares its resource', status('409'), true],
  ['a scenario of the range 4XX shares its resource', status('4XX'), true],
  [
    'a case with invalid credentials shares its resource',
    { expect: { kind: 'locked-out', role: 'anonymous', statuses: ['401'] } },
    true,
  ],
  ['an undocumented method shares its resource', { expect: { kind: 'unsupported-method' } }, true],
  ['a scenario of a 2xx gets its own resource', status('200'), false],
  ['a scenario of a 5xx gets its own resource', status('500'), false],
  ['a case that accepts any documented status gets its own resource', { expect: { kind: 'documented' } }, false],
])('if the plan has a negative case of the same provider state, %s', (_name, changes, refused) => {
  expect(units({ a: {}, b: changes })).toEqual(refused ? ['a+b refused'] : ['a refused', 'b'])
})
test('a case that begins with a preparing request gets its own resource', () => {
  expect(units({ a: {}, b: { first: { body: {} } }, c: {} })).toEqual(['a+c refused', 'b'])
})
test('without a provider state each case is in a separate group', () => {
  const { given: _given, ...bare } = orderCase('b')
  expect(groupCasesByState([bare, bare], true)).toHaveLength(2)
})
test('on a stateless target each case is in a separate group', () => {
  expect(units({ a: {}, b: {} }, false)).toEqual(['a', 'b'])
})
