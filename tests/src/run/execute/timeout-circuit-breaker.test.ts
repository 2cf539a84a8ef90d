import { expect, test } from 'vitest'
import type { Operation } from '../../../../src/operations/operation.ts'
import { circuitBreaker, type RequestOutcome } from '../../../../src/run/execute/pace/timeout-circuit-breaker.ts'
import { ordersOperation } from '../../../support/orders-document.ts'

const late: RequestOutcome = { failed: 'the response was not complete after 300 ms', milliseconds: 300, late: true }
const slow: RequestOutcome = { failed: 'the connection was closed', milliseconds: 1000 }
const quick: RequestOutcome = { failed: 'the connection was closed', milliseconds: 999 }

const operation = (id: string): Operation => ({ ...ordersOperation(), id })
const [get, put, list] = ['getOrder', 'putOrder', 'listOrders'].map(operation) as [Operation, Operation, Operation]

test.each([
  ['gets no further request after five timeouts', [late, late, slow, slow, late], true],
  ['gets further requests after four timeouts', [late, late, late, late], false],
  ['gets further requests if its requests fail immediately', Array.from({ length: 50 }, () => quick), false],
  [
    'gets further requests while every fifth request gets a response',
    Array.from({ length: 9 }, (): RequestOutcome[] => [late, late, late, late, 'answered']).flat(),
    false,
  ],
  ['gets no further request if it stops responding', ['answered', 'answered', late, late, late, late, late], true],
] satisfies [string, RequestOutcome[], boolean][])('an operation %s', (_name, outcomes, isOver) => {
  const { begin, lost } = circuitBreaker()
  for (const outcome of outcomes) begin(get)(outcome)
  expect(lost(get) !== undefined).toBe(isOver)
  expect([lost(put), lost()]).toEqual([undefined, undefined])
})

test('concurrent requests that time out together are not counted as consecutive timeouts', () => {
  const { begin, lost } = circuitBreaker()
  const slowOnes = Array.from({ length: 8 }, () => {
    const end = begin(get)
    begin(get)('answered')
    return end
  })
  for (const end of slowOnes) end(late)
  expect(lost(get)).toBeUndefined()
})

test('after timeouts of three consecutive operations, a run sends nothing more and reports the reason once', () => {
  const { begin, lost, timeouts } = circuitBreaker()
  const waitFor = (each: Operation): void => {
    for (let time = 0; time < 5; time++) begin(each)(late)
  }
  waitFor(get)
  waitFor(put)
  expect(lost(list)).toBeUndefined()
  expect(lost(put)).toBe(
    'Giving up: 5 consecutive requests of putOrder timed out (the response was not complete after 300 ms). Check why the server hangs, or raise --request-timeout.',
  )
  waitFor(list)
  const all = 'Giving up: 3 consecutive operations timed out'
  expect(lost()).toContain(all)
  expect(lost(operation('another'))).toContain(all)
  expect(timeouts()).toHaveLength(2)
})

test('a run keeps sending to a server that responds between operations that hang', () => {
  const { begin, lost } = circuitBreaker()
  for (const each of [get, put, list]) {
    for (let time = 0; time < 5; time++) begin(each)(late)
    begin(operation('health'))('answered')
  }
  expect(lost(operation('another'))).toBeUndefined()
  expect(lost(list)).toBeDefined()
})

const busy: RequestOutcome = { busy: 'the server answered 429 and asks to wait 3600 s' }

test('an operation that asks for a long pause gets no further request; the other operations get further requests', () => {
  const { begin, lost, timeouts } = circuitBreaker()
  begin(get)(busy)
  expect(lost(get)).toBe('Giving up getOrder: the server answered 429 and asks to wait 3600 s')
  expect([lost(put), lost()]).toEqual([undefined, undefined])
  begin(list)('answered')
  begin(put)(busy)
  expect([lost(list), lost()]).toEqual([undefined, undefined])
  expect(timeouts()).toHaveLength(1)
})

test('a run sends nothing more after two consecutive operations that ask for a long pause', () => {
  const { begin, lost } = circuitBreaker()
  begin(list)('answered')
  begin(get)(busy)
  begin(put)(busy)
  expect(lost(list)).toBe('Giving up: the server answered 429 and asks to wait 3600 s')
  expect(lost()).toBe(lost(list))
})
