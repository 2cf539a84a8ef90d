import { expect, test } from 'vitest'
import { instantPreserved } from '../../../../src/rules/update/instant-preserved.ts'
import { found, ORDER } from '../../../support/orders-execution.ts'

test(instantPreserved.examples.passes, () => {
  expect(found({ sent: { due: '2026-01-08T15:30:00+05:30' } })).toEqual([])
})
test(instantPreserved.examples.fails, () => {
  const shifted = { ...ORDER, due: '2026-01-08T11:00:00Z' }
  expect(found({ body: shifted, later: shifted })).toEqual(['instant_preserved /x-update/due /due'])
})
