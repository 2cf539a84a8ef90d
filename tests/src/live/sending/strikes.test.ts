import { expect, test } from 'vitest'
import { strikes } from '../../../../src/live/sending/strikes.ts'

/**
 * Records responses with these statuses to requests with valid credentials. Returns the reason why the run then stops.
 * Returns undefined if the run continues.
 */
function after(...statuses: readonly number[]): string | undefined {
  const counted = strikes()
  for (const status of statuses) counted.record(status, true)
  return counted.reason()
}

test.each([[[401, 401, 401]], [[403, 401, 403]], [[429, 429, 429]]])(
  'a run stops after the statuses %j in response to valid credentials',
  (statuses) => {
    expect(after(...statuses)).toMatch(new RegExp(`answered ${statuses.join(', ')}.*nothing more was sent`))
  },
)

test('a run continues if a response with another status comes between the refusals', () => {
  expect(after(401, 401, 200, 401, 401)).toBeUndefined()
  expect(after(409, 404, 400)).toBeUndefined()
})

test('only refusals of valid credentials are counted, even if refusals of invalid credentials come between them', () => {
  const counted = strikes()
  for (let time = 0; time < 5; time += 1) counted.record(401, false)
  expect(counted.reason()).toBeUndefined()
  for (const [status, isGood] of [
    [403, true],
    [401, false],
    [403, true],
    [429, false],
  ] as const)
    counted.record(status, isGood)
  expect(counted.reason()).toMatch(/nothing more was sent/)
})

test('a run that was stopped stays stopped after a later 200', () => {
  expect(after(401, 401, 401, 200)).toMatch(/nothing more was sent/)
})
