import { expect, test } from 'vitest'
import { wrongStatus } from '../../../src/rules/wrong-status.ts'

test.each([
  ['refuses a request without query page', 200, 'accepts a request without query page'],
  ['refuses a request without query page', 500, 'answers 500 to a request without query page'],
  ['accepts a valid request', 400, 'answers 400 to a valid request'],
  ['answers 409 as partner: taken slot', 200, 'answers 200 instead of 409 as partner: taken slot'],
  ['updates note alone', 404, 'updates note alone, but the server answered 404'],
])('the case title "%s" and the wrong status %i give the message "%s"', (title, status, problem) => {
  expect(wrongStatus(title, status)).toBe(problem)
})
