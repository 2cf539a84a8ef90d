import { expect, test } from 'vitest'
import { computeOnce, type Remembered } from '../../../src/evidence/compute-once.ts'

test('a value is computed once for each object, and separately for each function', () => {
  let count = 0
  const first = computeOnce<Remembered, number>(() => (count += 1))
  const second = computeOnce<Remembered, number>(() => (count += 1))
  const [one, other] = [{ computed: new Map() }, { computed: new Map() }]
  expect([first(one), first(one), first(other), second(one), first(one)]).toEqual([1, 1, 2, 3, 1])
})

test('a function whose result is undefined is called only once, too', () => {
  let count = 0
  const nothing = computeOnce<Remembered, undefined>(() => void (count += 1))
  const one = { computed: new Map() }
  expect([nothing(one), nothing(one), count]).toEqual([undefined, undefined, 1])
})
