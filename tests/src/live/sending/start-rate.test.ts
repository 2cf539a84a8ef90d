import { expect, test } from 'vitest'
import { startRate } from '../../../../src/live/sending/start-rate.ts'

/**
 * Returns a rate limiter, and the times at which requests started. The clock of the limiter advances only while a
 * request waits or runs.
 */
function withClock(perSecond: number) {
  let now = 0
  const starts: number[] = []
  const rate = startRate({
    perSecond,
    elapsed: () => now,
    wait: async (milliseconds) => {
      now += milliseconds
    },
  })
  const send = (takes = 0) =>
    rate.inTurn(async () => {
      starts.push(now)
      now += takes
    })
  return { rate, starts, send }
}

test.each([2, 1, 0.5])(
  'at most the allowed number of requests starts within any second, at %s requests per second',
  async (perSecond) => {
    const { starts, send } = withClock(perSecond)
    await Promise.all(Array.from({ length: 20 }, (_, index) => send(index % 3 === 0 ? 700 : 0)))
    expect(starts).toHaveLength(20)
    for (const from of starts) {
      const within = starts.filter((at) => at >= from && at < from + 1000)
      expect(within.length).toBeLessThanOrEqual(Math.max(1, perSecond))
    }
  },
)

test('a request starts only after the previous request has ended', async () => {
  const { starts, send } = withClock(2)
  await Promise.all([send(5000), send(5000), send()])
  expect(starts).toEqual([0, 5000, 10_000])
})

test('a failed request does not block the next request', async () => {
  const { rate, send } = withClock(2)
  await expect(rate.inTurn(() => Promise.reject(new Error('reset')))).rejects.toThrow('reset')
  await expect(send()).resolves.toBeUndefined()
})

test('a pause delays the start of the next request', async () => {
  const { rate, starts, send } = withClock(2)
  await send()
  rate.pause(30_000)
  await send()
  expect(starts).toEqual([0, 30_000])
})
