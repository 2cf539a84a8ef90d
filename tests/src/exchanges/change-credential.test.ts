import { expect, test } from 'vitest'
import { changedCopy } from '../../../src/exchanges/credentials/change-credential.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const changedHeader = (name: string, value: string): string =>
  changedCopy({ headers: [[name, value]], query: [], cookies: [] }).headers[0]?.[1] ?? ''

test.each([
  ['an opaque token', 'Authorization', 'Bearer tok123', 'Bearer tok133'],
  [
    'the signature of a JWT, and no other part',
    'Authorization',
    'Bearer aaaa.bbbb.cccccccc',
    'Bearer aaaa.bbbb.ccccccac',
  ],
  [
    'the password of a user, and not the name',
    'Authorization',
    `Basic ${base64('jürgen:a:word')}`,
    `Basic ${base64('jürgen:a:woad')}`,
  ],
  ['the user if there is no password', 'Authorization', `Basic ${base64('key9:')}`, `Basic ${base64('key2:')}`],
  ['an API key', 'X-Key', 'k12345', 'k12325'],
  ['an API key without letters and digits', 'X-Key', '--', '-a'],
  ['each cookie', 'Cookie', 'a=1111; b=BBBB', 'a=1112; b=BBBA'],
])('a changed copy of a header changes one character of %s', (_what, name, good, changed) => {
  expect(changedHeader(name, good)).toBe(changed)
})

test('a changed copy of credentials keeps the names of query parameters and cookies', () => {
  expect(changedCopy({ headers: [], query: ['k=abcd'], cookies: ['c=1234'] })).toEqual({
    headers: [],
    query: ['k=abca'],
    cookies: ['c=1232'],
  })
})
