import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diffDocuments } from '../../../src/diff/diff-documents.ts'
import { readDocument } from '../../../src/document/read-document.ts'

/**
 * This folder contains pairs of documents from the test data of oasdiff (Apache-2.0, see LICENSE there), and for each
 * pair the verdict of oasdiff 1.38.0.
 */
const FOLDER = 'tests/fixtures/breaking-changes'

type Verdict = 'breaking' | 'changed' | 'none'

const expected = Object.entries(
  JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Record<string, { expected: Verdict; ext: string }>,
)

/** The pairs for which the verdicts of this project and of oasdiff differ, each with the reason. */
const DISAGREEMENTS: Readonly<Record<string, string>> = {
  prefix_items_prop:
    'The first item was any string and must now be an integer. `{"details":["text"]}` was a valid request and is not any more, and answers have a type that they could not have.',
  transition_claims_enum:
    'The values were `alpha` and `beta`; now every string and every integer is valid. Each request that was valid still is.',
}

function judge(name: string, ext: string): Verdict {
  const read = (side: string) => readDocument(`${FOLDER}/${name}_${side}.${ext}`, { keepsBroken: true })
  const changes = diffDocuments(read('base'), read('revision'), { today: '2026-01-05' })
  if (changes.some(({ level }) => level === 'breaking')) return 'breaking'
  return changes.some(({ level }) => level !== 'text') ? 'changed' : 'none'
}

test('at least 95 % of the verdicts of diff equal those of the tool oasdiff, and each difference has a stated reason', () => {
  const wrong = expected.filter(([name, { expected: verdict, ext }]) => judge(name, ext) !== verdict)
  expect(wrong.map(([name]) => name).toSorted()).toEqual(Object.keys(DISAGREEMENTS).toSorted())
  expect(1 - wrong.length / expected.length).toBeGreaterThanOrEqual(0.95)
})
