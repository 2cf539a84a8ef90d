import { describe, expect, test } from 'vitest'
import { canBeSentAs, contentTypeUnder, isJson, isUnder } from '../../../src/operations/media-types.ts'

describe('isJson', () => {
  test.each(['application/json', 'application/problem+json; charset=utf-8', 'text/json', '*/*', 'application/*'])(
    '%s is a JSON media type',
    (type) => {
      expect(isJson(type)).toBe(true)
    },
  )
  test.each(['image/*', 'text/plain', 'application/xml', 'application/jsonl', 'multipart/form-data'])(
    '%s is not a JSON media type',
    (type) => {
      expect(isJson(type)).toBe(false)
    },
  )
})

test.each([
  ['application/json', 'application/json'],
  ['*/*', 'application/json'],
  ['text/*', 'text/plain'],
  ['image/*', undefined],
])(
  'if the documented media type of a body is %s, its Content-Type is %s (undefined: it cannot be chosen)',
  (range, type) => {
    expect(contentTypeUnder(range)).toBe(type)
  },
)

test.each([
  ['application/json', {}, true],
  ['multipart/form-data', {}, true],
  ['multipart/form-data', [], false],
  ['application/x-www-form-urlencoded', {}, true],
  ['application/xml', {}, false],
  ['application/xml', '<a/>', true],
])('the check if a body of type %s can be sent with the value %j returns %s', (type, value, can) => {
  expect(canBeSentAs(type, value)).toBe(can)
})

test.each([
  ['text/plain', 'text/plain; charset=utf-8', true],
  ['text/plain', 'text/*', true],
  ['text/plain', '*/*', true],
  ['text/plain', 'application/*', false],
])('the check if the media type %s is within the range %s returns %s', (type, range, is) => {
  expect(isUnder(type, range)).toBe(is)
})
