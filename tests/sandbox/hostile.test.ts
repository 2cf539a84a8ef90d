import { expect, test } from 'vitest'
import { runHostile } from '../support/hostile.ts'

test('two thousand hostile requests cause no 5xx, stack trace, hang or memory growth', async () => {
  const { violations, statuses } = await runHostile({ seed: 7, count: 2000 })
  expect(violations).toEqual([])
  expect(statuses['200']).toBeGreaterThan(20)
  expect(statuses['400']).toBeGreaterThan(200)
})
