import { expect, test } from 'vitest'
import { found, ORDER } from '../../../support/orders-execution.ts'

test('an instant that comes back under another offset is kept', () => {
  expect(found({ sent: { due: '2026-01-08T15:30:00+05:30' } })).toEqual([])
})
test('a time that comes back an hour later is broken, and told once', () => {
  const shifted = { ...ORDER, due: '2026-01-08T11:00:00Z' }
  expect(found({ body: shifted, later: shifted })).toEqual(['instant_preserved /x-update/due /due'])
})
