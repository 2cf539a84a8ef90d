import { expect, test } from 'vitest'
import { nearestWord } from '../../../src/operations/nearest-word.ts'

test.each<[word: string, nearest: string | undefined]>([
  ['recipies', 'scenarios'],
  ['recpies', 'scenarios'],
  ['Scenarios', 'scenarios'],
  ['worl', 'world'],
  ['states', 'states'],
  ['stages', 'states'],
  ['internal', undefined],
  ['work', undefined],
  ['', undefined],
])('near %j is %j', (word, nearest) => {
  expect(nearestWord(word, ['scenarios', 'states', 'world'])).toBe(nearest)
})
