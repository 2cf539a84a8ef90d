import { describe, expect, test } from 'vitest'
import { recordExchange } from '../../../src/exchanges/record-exchange.ts'

const request = { method: 'GET', target: '/', headers: [] }
const clocks = () => {
  let elapsed = 0
  return { now: () => '2026-01-01T00:00:00.000Z', elapsed: () => (elapsed += 5) }
}

describe('recordExchange', () => {
  test('records the request, the response, the time of sending and the duration', async () => {
    const answer = { status: 500, headers: [], body: Buffer.from('x') }
    expect(await recordExchange({ send: () => Promise.resolve(answer) }, request, clocks())).toEqual({
      request,
      answer,
      sentAt: '2026-01-01T00:00:00.000Z',
      milliseconds: 5,
    })
  })

  test('records a transport failure', async () => {
    const failure = { kind: 'reset', message: 'gone' } as const
    expect((await recordExchange({ send: () => Promise.resolve(failure) }, request, clocks())).answer).toBe(failure)
  })
})
