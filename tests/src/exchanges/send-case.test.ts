import { expect, test } from 'vitest'
import { sendCase } from '../../../src/exchanges/send-case.ts'

const request = { method: 'GET', target: '/', headers: [] }
const clocks = () => {
  let elapsed = 0
  return { now: () => '2026-01-01T00:00:00.000Z', elapsed: () => (elapsed += 5) }
}

test('an exchange is the request, the answer, the run clock and the time it took', async () => {
  const answer = { status: 500, headers: [], body: Buffer.from('x') }
  expect(await sendCase({ send: () => Promise.resolve(answer) }, request, clocks())).toEqual({
    request,
    answer,
    sentAt: '2026-01-01T00:00:00.000Z',
    milliseconds: 5,
  })
})

test('a failure is an answer too', async () => {
  const failure = { kind: 'reset', message: 'gone' } as const
  expect((await sendCase({ send: () => Promise.resolve(failure) }, request, clocks())).answer).toBe(failure)
})
