import { expect, test } from 'vitest'
import { nearestWord } from '../../../../src/validation/parts/nearest-word.ts'

test.each<[word: string, nearest: string | undefined]>([
  ['recipies', 'recipes'],
  ['recpies', 'recipes'],
  ['Recipes', 'recipes'],
  ['worl', 'world'],
  ['states', 'states'],
  ['stages', 'states'],
  ['internal', undefined],
  ['work', undefined],
  ['', undefined],
])('near %j is %j', (word, nearest) => {
  expect(nearestWord(word, ['recipes', 'states', 'world'])).toBe(nearest)
})
