import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnswer } from '../../../src/evidence/response/parse-answer.ts'

const parsed = (text: string) => parseAnswer(Buffer.from(text), 'application/json')

describe('the parser of a JSON response', () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":1}',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '[{"b":{"a":1,"c":":","a":2}}]',
    '{"a\\"":1,"a\\"":2}',
    `${'['.repeat(400)}{"a":1,"a":2}${']'.repeat(400)}`,
  ])('reports JSON with the same property twice in one object: %s', (text) => {
    expect(parsed(text)).toEqual({ kind: 'unreadable', because: 'the body has the same property twice in one object' })
  })

  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    '{"a:b":"c:d","\\\\":"\\":","__proto__":{"x":1}}',
    '{"1":1,"0":2,"x":":{}[],"}',
    '":"',
  ])('accepts JSON without repeated properties: %s', (text) => {
    expect(parsed(text)).toEqual({ kind: 'json', value: JSON.parse(text) })
  })

  test('gives the same results as JSON.parse for JSON without repeated properties', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, blanks) => {
        const spaced = JSON.stringify(JSON.parse(text), null, blanks)
        expect(parsed(spaced)).toEqual({ kind: 'json', value: JSON.parse(spaced) })
      }),
      { seed: 4 },
    )
  })
})
