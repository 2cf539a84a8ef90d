import { describe, expect, test } from 'vitest'
import { makeCanaries } from './canaries.ts'
import { findLeaks } from './find-leaks.ts'

const canaries = makeCanaries()
const text = canaries.text('a note')
const found = (artefact: string): string[] => findLeaks(new Map([['file', artefact]]), canaries.cores)

describe('the search for canaries (unique values that must not be published)', () => {
  test.each([
    ['in plain text', text],
    ['in a URL', encodeURIComponent(text)],
    ['in a form', new URLSearchParams({ text }).toString()],
    ['in JSON', JSON.stringify({ text })],
    ['in JSON within a JSON string', JSON.stringify(JSON.stringify({ text }))],
    ['in HTML', text.replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
    ['in upper case', text.toUpperCase()],
    ['in lower case', text.toLowerCase()],
    ['in hex', Buffer.from(text).toString('hex').toUpperCase()],
    ['percent-encoded letter by letter', [...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['in character references', [...text].map((each) => `&#${each.codePointAt(0)};`).join('')],
    ...[0, 1, 2].flatMap((offset): [string, string][] => [
      [`in Base64 with ${offset} bytes before it`, Buffer.from('x'.repeat(offset) + text).toString('base64')],
      [
        `in Base64 for URLs with ${offset} bytes before it`,
        Buffer.from('x'.repeat(offset) + text).toString('base64url'),
      ],
    ]),
  ])('finds a canary %s', (_dress, worn) => {
    expect(found(`before ${worn} after`)).not.toEqual([])
  })

  test('names the canary, its encoding and the file', () => {
    expect(found(`note: ${text}`)).toEqual(['a note as plain text in file'])
  })

  test('finds nothing in a text without canaries', () => {
    expect(found('received <string 17>, {"sha256":"0b1f8a3e64a54f2c9d0e"}')).toEqual([])
  })
})
