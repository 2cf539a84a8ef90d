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
])(
  'of scenarios, states and world, the word most similar to %j is %j (undefined if none is similar)',
  (word, nearest) => {
    expect(nearestWord(word, ['scenarios', 'states', 'world'])).toBe(nearest)
  },
)
