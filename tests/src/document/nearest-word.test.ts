import { expect, test } from 'vitest'
import { nearestWord } from '../../../src/document/nearest-word.ts'

test.each<[word: string, nearest: string | undefined]>([
  ['scenarois', 'scenarios'],
  ['senarios', 'scenarios'],
  ['Scenarios', 'scenarios'],
  ['worl', 'world'],
  ['states', 'states'],
  ['stages', 'states'],
  ['internal', undefined],
  ['work', undefined],
  ['', undefined],
])('the word nearest to %j among scenarios, states and world is %j', (word, nearest) => {
  expect(nearestWord(word, ['scenarios', 'states', 'world'])).toBe(nearest)
})
