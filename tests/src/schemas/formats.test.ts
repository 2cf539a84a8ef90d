import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { addFormats, isDate, isDateTime, isUuid, KNOWN_FORMATS } from '../../../src/schemas/formats.ts'

/**
 * A row has a text, its validity, and the reason. `ajv-formats disagrees` marks texts for which the library ajv-formats
 * gives the opposite result.
 */
type Row = readonly [literal: string, valid: boolean, fact: string, differs?: 'ajv-formats disagrees']

const dateTimes: readonly Row[] = [
  ['2026-11-20T10:00:00Z', true, 'UTC'],
  ['2026-11-20T10:00:00+01:00', true, 'an offset east'],
  ['2026-11-20T10:00:00-05:00', true, 'an offset west'],
  ['2026-11-20T10:00:00+05:30', true, 'half an hour of offset'],
  ['2026-11-20T10:00:00+05:45', true, 'three quarters of an hour of offset'],
  ['2026-11-20T10:00:00+14:00', true, 'the largest offset in use'],
  ['2026-11-20T10:00:00+00:00', true, 'offset zero'],
  ['2026-11-20T10:00:00-00:00', true, 'offset unknown, RFC 3339 §4.3'],
  ['2026-11-20T10:00:00+23:59', true, 'the largest offset of the grammar'],
  ['2026-11-20T10:00:00-23:59', true, 'the smallest offset of the grammar'],
  ['2026-11-20T10:00:00+24:00', false, 'offset hour 24'],
  ['2026-11-20T10:00:00-24:00', false, 'offset hour 24, west'],
  ['2026-11-20T10:00:00+01:60', false, 'offset minute 60'],
  ['2026-11-20T10:00:00+01:99', false, 'offset minute 99'],
  ['2026-11-20T10:00:00', false, 'no offset'],
  ['2026-11-20T10:00:00.123', false, 'a fraction, but no offset'],
  ['2026-11-20 10:00:00', false, 'a space as separator, and no offset'],
  ['2026-11-20 10:00:00Z', false, 'a space as separator', 'ajv-formats disagrees'],
  ['2026-11-20 10:00:00+01:00', false, 'a space as separator, with an offset', 'ajv-formats disagrees'],
  ['2026-11-20\t10:00:00Z', false, 'a tab separator', 'ajv-formats disagrees'],
  ['2026-11-20\n10:00:00Z', false, 'a newline separator', 'ajv-formats disagrees'],
  ['2026-11-20\u00a010:00:00Z', false, 'a no-break space as separator', 'ajv-formats disagrees'],
  ['2026-11-20_10:00:00Z', false, 'an underscore separator'],
  ['2026-11-2010:00:00Z', false, 'no separator'],
  ['2026-11-20T10:00:00+0530', false, 'an offset without colon', 'ajv-formats disagrees'],
  ['2026-11-20T10:00:00+05', false, 'an offset of hours only', 'ajv-formats disagrees'],
  ['2026-11-20T10:00:00+5:30', false, 'an offset hour of one digit'],
  ['2026-11-20T10:00:00 +05:30', false, 'a space before the offset'],
  ['2026-11-20T10:00:00\u221205:00', false, 'a typographic minus'],
  ['2026-11-20T10:00:00+01:00Z', false, 'an offset and Z'],
  ['2026-11-20T10:00:00UTC', false, 'a zone by name'],
  ['2026-11-20T10:00:00+01:00[Europe/Berlin]', false, 'RFC 9557, not RFC 3339'],
  ['2026-11-20t10:00:00Z', true, 'lower-case t'],
  ['2026-11-20T10:00:00z', true, 'lower-case z'],
  ['2026-11-20t10:00:00z', true, 't and z in lower case'],
  ['2026-11-20T10:00:00.1Z', true, 'one fraction digit'],
  ['2026-11-20T10:00:00.123456789Z', true, 'nine fraction digits'],
  ['2026-11-20T10:00:00.1234567890123456789012Z', true, 'more fraction digits than any clock has'],
  ['2026-11-20T10:00:00.000+01:00', true, 'a fraction of zeros, with an offset'],
  ['2026-11-20T10:00:00.Z', false, 'a point without digits'],
  ['2026-11-20T10:00:00,5Z', false, 'a comma before the fraction'],
  ['2026-11-20T10:00Z', false, 'no seconds'],
  ['2026-11-20T10Z', false, 'hours only'],
  ['2026-11-20T1:00:00Z', false, 'an hour of one digit'],
  ['2026-11-20T00:00:00Z', true, 'the first second of a day'],
  ['2026-11-20T23:59:59Z', true, 'the last second of a day'],
  ['2026-11-20T24:00:00Z', false, 'hour 24'],
  ['2026-11-20T25:00:00Z', false, 'hour 25'],
  ['2026-11-20T10:60:00Z', false, 'minute 60'],
  ['2026-11-20T10:99:00Z', false, 'minute 99'],
  ['2026-11-20T10:00:61Z', false, 'second 61'],
  ['2026-11-20T10:00:99Z', false, 'second 99'],
  ['2016-12-31T23:59:60Z', true, 'a leap second that really occurred'],
  ['2016-12-31T23:59:60.999Z', true, 'a fraction of a leap second'],
  ['2017-01-01T00:59:60+01:00', true, 'a leap second at an offset east of UTC'],
  ['2016-12-31T15:59:60-08:00', true, 'a leap second at an offset west of UTC'],
  ['2017-01-01T05:29:60+05:30', true, 'a leap second at an offset of half an hour'],
  ['2016-12-31T20:29:60-03:30', true, 'a leap second at an offset of half an hour west'],
  ['2026-11-20T23:59:60Z', true, 'a day without a leap second, which syntax cannot rule out'],
  ['2026-11-20T12:59:60Z', false, 'second 60 in the wrong hour'],
  ['2026-11-20T23:58:60Z', false, 'second 60 in the wrong minute'],
  ['2026-11-20T23:59:60+01:00', false, 'second 60 at 22:59 in UTC'],
  ['2016-12-31T24:59:60+01:00', false, 'second 60 in hour 24', 'ajv-formats disagrees'],
  ['2016-12-31T23:89:60+00:30', false, 'second 60 in minute 89', 'ajv-formats disagrees'],
  ['2026-11-20T23:59:61Z', false, 'second 61 at the time of a leap second'],
  ['2026-02-28T10:00:00Z', true, 'the last day of February'],
  ['2026-02-29T10:00:00Z', false, '29 February of a common year'],
  ['2028-02-29T10:00:00Z', true, '29 February of a leap year'],
  ['2000-02-29T10:00:00Z', true, '29 February of a year divisible by 400'],
  ['1900-02-29T10:00:00Z', false, '29 February of a year divisible by 100 but not by 400'],
  ['2026-02-30T10:00:00Z', false, '30 February'],
  ['2026-04-31T10:00:00Z', false, '31 April'],
  ['2026-12-31T10:00:00Z', true, '31 December'],
  ['2026-12-32T10:00:00Z', false, 'day 32'],
  ['2026-11-00T10:00:00Z', false, 'day 0'],
  ['2026-00-20T10:00:00Z', false, 'month 0'],
  ['2026-13-20T10:00:00Z', false, 'month 13'],
  ['2026-1-20T10:00:00Z', false, 'a month of one digit'],
  ['26-11-20T10:00:00Z', false, 'a year of two digits'],
  ['0000-01-01T00:00:00Z', true, 'the first year of the grammar'],
  ['9999-12-31T23:59:59Z', true, 'the last year of the grammar'],
  ['+12026-11-20T10:00:00Z', false, 'a year of five digits'],
  ['-0001-11-20T10:00:00Z', false, 'a negative year'],
  ['20261120T100000Z', false, 'the basic form of ISO 8601'],
  ['2026-W47-5T10:00:00Z', false, 'a week date'],
  ['2026-324T10:00:00Z', false, 'an ordinal date'],
  ['2026/11/20T10:00:00Z', false, 'slashes instead of hyphens'],
  ['2026-11-20', false, 'a date alone'],
  ['10:00:00Z', false, 'a time alone'],
  ['2026-11-20T', false, 'no time after the T'],
  ['', false, 'an empty text'],
  ['tomorrow', false, 'a word'],
  ['1795168800', false, 'seconds since the epoch'],
  ['2026-11-20T10:00:00Z\n', false, 'a trailing newline'],
  ['2026-11-20T10:00:00Z ', false, 'a trailing space'],
  [' 2026-11-20T10:00:00Z', false, 'a leading space'],
  ['2026-11-20T10:00:00Z\u0000', false, 'a trailing NUL'],
  ['2026-11-20T10:00:00Z2026-11-20T10:00:00Z', false, 'two date-times'],
  ['２０２６-11-20T10:00:00Z', false, 'full-width digits'],
  ['2026-11-20T10:00:00.٣Z', false, 'Arabic-Indic digits in the fraction'],
]

const uuids: readonly Row[] = [
  ['c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a', true, 'version 4'],
  ['C9F3E2A1-7D6B-4C5E-B3A2-1F0E9D8C7B6A', true, 'upper case'],
  ['c9f3e2a1-7D6B-4c5e-b3a2-1f0e9d8c7b6a', true, 'mixed case'],
  ['c3d4e5f6-a7b8-9012-cdef-123456789012', true, 'a version and variant that RFC 9562 does not define'],
  ['00000000-0000-0000-0000-000000000aff', true, 'a UUID of a reserved variant'],
  ['00000000-0000-0000-0000-000000000000', true, 'the nil UUID'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', true, 'the max UUID'],
  ['urn:uuid:c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a', false, 'a URN', 'ajv-formats disagrees'],
  ['{c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a}', false, 'braces around the UUID'],
  ['c9f3e2a17d6b4c5eb3a21f0e9d8c7b6a', false, 'no hyphens'],
  ['c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6', false, 'one digit too few'],
  ['c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6aa', false, 'one digit too many'],
  ['g9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a', false, 'a letter that is not a hexadecimal digit'],
  ['c9f3e2a1-7d6b-4c5e-b3a2-1f0e9d8c7b6a\n', false, 'a trailing newline'],
  ['P2604154821', false, 'an id of another form'],
]

const dates: readonly Row[] = [
  ['2026-11-20', true, 'a date'],
  ['2028-02-29', true, 'a leap day'],
  ['2026-02-29', false, '29 February of a common year'],
  ['2026-11-20T10:00:00Z', false, 'a date-time'],
  ['2026-11-20\n', false, 'a trailing newline'],
  ['2026-11', false, 'a month without a day'],
]

const library = new Ajv2020()
ajvFormats.default(library)
const ours = new Ajv2020({ strictTypes: false })
addFormats(ours)

const tables: readonly { format: string; rows: readonly Row[]; check: (literal: string) => boolean }[] = [
  { format: 'date-time', rows: dateTimes, check: isDateTime },
  { format: 'uuid', rows: uuids, check: isUuid },
  { format: 'date', rows: dates, check: isDate },
]

for (const { format, rows, check } of tables) {
  const schema = { type: 'string', format }
  const byLibrary = library.compile(schema)
  const byAjv = ours.compile(schema)

  describe(`the format ${format}`, () => {
    for (const [literal, valid, fact, differs] of rows) {
      test(`${JSON.stringify(literal)} is ${valid ? 'valid' : 'not valid'}: ${fact}`, () => {
        expect(check(literal)).toBe(valid)
        expect(byAjv(literal)).toBe(valid)
        expect(byLibrary(literal), 'what ajv-formats says').toBe(differs === undefined ? valid : !valid)
      })
    }
  })
}

test('the table of date-times in this test has at least sixty different texts', () => {
  const literals = dateTimes.map(([literal]) => literal)
  expect(new Set(literals).size).toBe(literals.length)
  expect(literals.length).toBeGreaterThanOrEqual(60)
})

const others: readonly [format: string, value: unknown, valid: boolean][] = [
  ['time', '10:00:00+01:00', true],
  ['time', '10:00:00', false],
  ['time', '23:59:60Z', true],
  ['int32', 2147483647, true],
  ['int32', 2147483648, false],
  ['int32', -2147483648, true],
  ['int32', 1.5, false],
  ['int64', 2 ** 53, true],
  ['int64', 2 ** 63, true],
  ['int64', 2 ** 64, false],
  ['int64', -(2 ** 63), true],
  ['double', 1.5, true],
  ['byte', 'aGVsbG8=', true],
  ['byte', 'aGVsbG8', false],
  ['byte', '', true],
  ['byte', 'aGVs'.repeat(2_000_000), true],
  ['byte', 'aGVs=', false],
  ['regex', '^[a-z]+$', true],
  ['regex', '[', false],
  ['uri', 'https://example.com/a?b=c#d', true],
  ['uri', 'urn:example:a', true],
  ['uri', '/a', false],
  ['uri', 'https://example.com/a b', false],
  ['uri-reference', '/a', true],
  ['email', 'maria@example.com', true],
  ['email', 'maria', false],
  ['password', 'anything', true],
]

test.each(others)('for the format %s, the validity of the value %s is %s', (format, value, valid) => {
  const type = typeof value === 'number' ? 'number' : 'string'
  expect(ours.validate({ type, format }, value)).toBe(valid)
})

test('a schema with an unknown format does not compile', () => {
  expect(() => ours.compile({ type: 'string', format: 'date_time' })).toThrow('unknown format')
})

test('a schema with any known format compiles', () => {
  for (const format of KNOWN_FORMATS) expect(() => ours.compile({ format })).not.toThrow()
})
