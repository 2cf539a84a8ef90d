import { expect, test } from 'vitest'
import { orderSharedObjects } from '../../../src/targets/shared-objects.ts'
import type { StateProvider } from '../../../src/targets/target.ts'

const LONGEST = 60_000

/** Wraps a state provider that returns objects with these ids, one after the other. */
function providerOf(ids: readonly string[]): StateProvider {
  let requests = 0
  return orderSharedObjects(
    {
      get requests() {
        return requests
      },
      establish: async () => {
        const id = ids[requests++] ?? ''
        return { path: { id }, values: {}, given: {}, credentials: {}, release: async () => undefined }
      },
    },
    LONGEST,
  )
}

const asked = { state: 'order', with: {}, caseId: 'case' }
/** Lets pending promises settle, except those that wait for a timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('the second state is set up only after the first is released', async () => {
  const states = providerOf(['1', '2'])
  const first = await states.establish(asked)
  const second = states.establish(asked)
  await settled()
  expect(states.requests).toBe(1)
  await first.release?.()
  expect((await second).path).toEqual({ id: '2' })
})

test('all states are set up one at a time if the first two have the same object', async () => {
  const states = providerOf(['1', '1', '1'])
  await (await states.establish(asked)).release?.()
  const second = await states.establish(asked)
  const third = states.establish(asked)
  await settled()
  expect(states.requests).toBe(2)
  await second.release?.()
  expect((await third).path).toEqual({ id: '1' })
})

test('states with different objects are set up at the same time', async () => {
  const states = providerOf(['1', '2', '3', '4'])
  for (const _ of ['1', '2']) await (await states.establish(asked)).release?.()
  const both = await Promise.all([states.establish(asked), states.establish(asked)])
  expect(both.map(({ path }) => path['id'])).toEqual(['3', '4'])
})

test('if two cases get the same object at the same time, both are blocked, and later states are set up one at a time', async () => {
  const states = providerOf(['1', '2', '3', '3', '4', '4'])
  for (const _ of ['1', '2']) await (await states.establish(asked)).release?.()
  const [one, other] = await Promise.allSettled([states.establish(asked), states.establish(asked)])
  expect([one.status, other.status]).toEqual(['fulfilled', 'rejected'])
  if (one.status === 'fulfilled')
    await expect(one.value.release?.()).rejects.toThrow('one object for two cases at once')
  const fifth = await states.establish(asked)
  const sixth = states.establish(asked)
  await settled()
  expect(states.requests).toBe(5)
  await fifth.release?.()
  expect((await sixth).path).toEqual({ id: '4' })
})
