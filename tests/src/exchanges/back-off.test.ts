import { expect, test } from 'vitest'
import { backOff } from '../../../src/exchanges/back-off.ts'
import type { RawAnswer } from '../../../src/exchanges/exchange.ts'

const busy = (retryAfter?: string): RawAnswer => ({
  status: 429,
  headers: retryAfter === undefined ? [] : [['retry-after', retryAfter]],
  body: new Uint8Array(),
})

/**
 * Sends a request, and answers each attempt with `answer`. Returns the number of retries, and the pause before each
 * retry in milliseconds.
 */
async function retriesOf(answer: RawAnswer): Promise<{ readonly retries: number; readonly pauses: readonly number[] }> {
  let time = 0
  const pauses: number[] = []
  const wait = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
    time += milliseconds
    return Promise.resolve()
  }
  const all = backOff({ elapsed: () => time, now: () => 0, wait, remaining: () => 60_000, withoutHeader: true })
  let retries = 0
  while (all.decide(answer, retries + 1) === 'again') {
    retries += 1
    await all.ready()
  }
  return { retries, pauses }
}

test('a request is sent again up to eight times, each time after the pause that the server asks for', async () => {
  expect(await retriesOf(busy('2'))).toEqual({ retries: 8, pauses: Array(8).fill(2000) })
})

test.each([
  ['no Retry-After', undefined],
  ['a Retry-After of 0 seconds', '0'],
])('a request is sent again three times after growing pauses if there is %s', async (_name, retryAfter) => {
  expect(await retriesOf(busy(retryAfter))).toEqual({ retries: 3, pauses: [250, 500, 1000] })
})
