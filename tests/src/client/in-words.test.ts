import { describe, expect, test } from 'vitest'
import {
  anivaClient,
  anivaPath,
  BASE_URL,
  json,
  lobbieAppointment,
  lobbieClient,
  lobbiePath,
  rejection,
  scripted,
} from './fixtures.ts'
import { inWords } from '../../../src/client/in-words.ts'
import { wordsFor } from '../../../src/generate/parts/words.ts'

describe('a mismatch in words', () => {
  test.each([
    ['type', 'string', '', 'is not a string'],
    ['type', 'integer or null', '', 'is not an integer or null'],
    ['type', 'array', '', 'is not an array'],
    ['enum', 'one of "$&", "y"', '', 'is not one of "$&", "y"'],
    ['format', 'format date-time', '', 'does not have the format date-time'],
    ['pattern', 'pattern ^[A-Z]+$', '', 'does not match the pattern ^[A-Z]+$'],
    ['minLength', 'minLength 1', '1', 'is shorter than 1'],
    ['maxItems', 'maxItems 2', '2', 'has more items than 2'],
    ['minimum', 'minimum >= -1.5', '-1.5', 'is less than -1.5'],
    ['multipleOf', 'multiple of 0.01', '', 'is not a multiple of 0.01'],
    ['uniqueItems', 'uniqueItems', '', 'has two equal items'],
    ['toString', 'no value', '', 'must be no value'],
  ])('says how a value violates the keyword %s (%s)', (keyword, expected, limit, words) => {
    expect(wordsFor(keyword, expected, limit)).toBe(words)
  })

  test.each([
    ['/items/0/a.b', '`items[0].a.b`'],
    ['/a~1b', '`a/b`'],
    ['/0', '`[0]`'],
    ['X-Total', '`X-Total`'],
    ['', 'the body'],
  ])('writes the JSON pointer %s as %s', (at, name) => {
    expect(inWords({ at, expected: 'JSON' }, 'the body')).toBe(`${name} must be JSON`)
  })
})

describe('the message of an error', () => {
  const lobbie = lobbieClient({
    baseUrl: BASE_URL,
    fetch: scripted(() => json(200, { ...lobbieAppointment, note: 7 })).fetch,
  })
  const messageOf = async (call: Promise<unknown>): Promise<string> => (await rejection(call)).message

  test('says what is wrong with a refused request, and names the clause', async () => {
    const clause = 'updateAppointment/requestBody/content/application~1json/schema'
    expect(await messageOf(lobbie.updateAppointment(lobbiePath, { note: 7 } as never))).toBe(
      `updateAppointment: not sent: \`note\` is not a string (${clause}/properties/note/type)`,
    )
    expect(await messageOf(lobbie.updateAppointment(lobbiePath, undefined as never))).toContain(
      'not sent: the body is missing',
    )
    expect(await messageOf(lobbie.updateAppointment(lobbiePath, { startTime: new Date(0) } as never))).toContain(
      '`startTime` must be a JSON value, not a Date',
    )
    expect(
      await messageOf(lobbie.updateAppointment({ ...lobbiePath, accountId: undefined } as never, { note: 'a' })),
    ).toContain('`path.accountId` is missing')
    const aniva = anivaClient({ baseUrl: BASE_URL })
    expect(await messageOf(aniva.updateAppointment({ id: 'x' }, { location_id: anivaPath.id }))).toContain(
      '`path.id` does not have the format uuid',
    )
  })

  test('says what is wrong with a response, and names the clause', async () => {
    expect(await messageOf(lobbie.updateAppointment(lobbiePath, { note: 'a' }))).toBe(
      'updateAppointment: the response 200 violates the document: `note` is not a string (updateAppointment/responses/200/content/application~1json/schema/properties/note/type)',
    )
    const html = scripted(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }))
    const other = lobbieClient({ baseUrl: BASE_URL, fetch: html.fetch })
    expect(await messageOf(other.updateAppointment(lobbiePath, { note: 'a' }))).toContain(
      'the body has a media type that is not application/json',
    )
  })
})
