import { describe, expect, test } from 'vitest'
import { evaluateOrSkip } from '../../../src/schemas/list-evaluations.ts'
import { compileSchema } from '../../../src/schemas/check-value.ts'
import { boundedTest, longestText } from '../../../src/schemas/values/bounded-test.ts'
import { compilePattern } from '../../../src/schemas/values/patterns.ts'
import { schemaOf } from '../../support/document-of.ts'

const SLOW = String.raw`\s+$`
const slow = compilePattern(SLOW) ?? expect.fail()
const longest = longestText(slow)
const LONG = ' '.repeat(longest + 1)

describe('a pattern whose matching time grows faster than the length of the text', () => {
  test('is matched against texts up to a maximum length, and not against longer texts', () => {
    expect([boundedTest(slow, `a${' '.repeat(longest - 1)}`), boundedTest(slow, LONG)]).toEqual([true, undefined])
  })

  test('is listed as not run for a longer text, and counts as neither violated nor exercised', () => {
    const schema = schemaOf({ type: 'object', properties: { note: { type: 'string', pattern: SLOW } } })
    const value = { note: LONG }
    expect(compileSchema(schema).check(value, 'response')).toEqual([])
    const { evaluations, unrun } = evaluateOrSkip(schema, value, 'response')
    expect(evaluations.map(({ pointer }) => pointer)).toEqual(['/type', '/properties/note/type'])
    expect(unrun.map(({ source, address, length }) => [source, address.split('#')[1], length])).toEqual([
      [SLOW, '/components/schemas/Subject/properties/note/pattern', longest + 1],
    ])
  })
})

test('a pattern whose matching time grows like the length of the text is run on texts of every length', () => {
  const schema = schemaOf({ type: 'string', pattern: '^[a-z]+$' })
  const { evaluations, unrun } = evaluateOrSkip(schema, 'a'.repeat(1_000_000), 'response')
  expect([evaluations.map(({ pointer }) => pointer), unrun]).toEqual([['/type', '/pattern'], []])
})
