import { expect, test } from 'vitest'
import { createClock } from '../../sandbox/time/clock.ts'
import { isBefore, parseInstant, toMilliseconds } from '../../sandbox/time/instant.ts'
import { createZones } from '../../sandbox/time/zones.ts'

test.each([
  '2026-01-09T12:00:00Z',
  '2026-01-09t12:00:00z',
  '2026-01-09T12:00:00.5Z',
  '2026-01-09T12:00:00+05:45',
  '2026-01-09T12:00:00-23:59',
  '2024-02-29T00:00:00Z',
  '2000-02-29T00:00:00Z',
])('the date-time %s is parsed to the same instant as with `Date`', (text) => {
  const instant = parseInstant(text)
  expect(instant === undefined ? undefined : toMilliseconds(instant)).toBe(Date.parse(text.toUpperCase()))
})

test('a leap second is accepted with any offset, but only at the end of a month in UTC', () => {
  const next = parseInstant('2017-01-01T00:00:00Z')
  expect(parseInstant('2016-12-31T23:59:60Z')).toEqual(next)
  expect(parseInstant('2016-12-31T15:59:60-08:00')).toEqual(next)
  expect(parseInstant('2016-12-30T23:59:60Z')).toBeUndefined()
  expect(parseInstant('2016-12-31T22:59:60Z')).toBeUndefined()
})

test.each([
  '2026-01-09T12:00:00',
  '2026-01-09 12:00:00Z',
  '2026-01-09T12:00Z',
  '2026-01-09T12:00:00.Z',
  '2026-01-09T12:00:00,5Z',
  '2026-01-09T12:00:00+0100',
  '2026-01-09T12:00:00+01',
  '2026-01-09T12:00:00+24:00',
  '2026-01-09T12:00:00+01:60',
  '2026-01-09T12:00:00Z[UTC]',
  '2026-01-09T24:00:00Z',
  '2026-01-09T12:60:00Z',
  '2026-01-09T12:00:61Z',
  '2026-02-29T12:00:00Z',
  '1900-02-29T12:00:00Z',
  '2026-04-31T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '2026-00-01T12:00:00Z',
  '2026-01-00T12:00:00Z',
  '+002026-01-09T12:00:00Z',
  '26-01-09T12:00:00Z',
  '２026-01-09T12:00:00Z',
  ' 2026-01-09T12:00:00Z',
  '2026-01-09T12:00:00Z\n',
  '2026-W02-5T12:00:00Z',
  '',
])('the string %j is not accepted as a date-time', (text) => {
  expect(parseInstant(text)).toBeUndefined()
})

test('in the years 0000 to 9999, the last day of a month is accepted and the day number after it is refused', () => {
  const zones = createZones()
  const leap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  let seconds = -62_167_219_200
  const two = (value: number) => String(value).padStart(2, '0')
  for (let year = 0; year <= 9999; year += year % 100 < 5 || year % 400 > 390 ? 1 : 5) {
    const first = `${String(year).padStart(4, '0')}-`
    const start = parseInstant(`${first}01-01T00:00:00Z`)
    if (year < 5) expect(start).toEqual({ seconds, fraction: '' })
    seconds += (leap(year) ? 366 : 365) * 86_400
    for (let month = 1; month <= 12; month += 1) {
      const days = month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
      const last = parseInstant(`${first}${two(month)}-${days}T00:00:00Z`)
      expect(last && zones.render(last, 'UTC')).toBe(`${first}${two(month)}-${days}T00:00:00+00:00`)
      expect(parseInstant(`${first}${two(month)}-${days + 1}T00:00:00Z`)).toBeUndefined()
    }
  }
})

test('a time is rendered with the UTC offset of its zone, and keeps its instant', () => {
  const zones = createZones()
  for (const zone of [
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
    'Africa/Monrovia',
  ]) {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    for (let seconds = 110_000_000; seconds < 4_000_000_000; seconds += 9_876_543) {
      const rendered = zones.render({ seconds, fraction: '25' }, zone) ?? ''
      expect(parseInstant(rendered)).toEqual({ seconds, fraction: '25' })
      expect(rendered.slice(0, 19).replace('T', ' ')).toBe(clock.format(seconds * 1000))
    }
  }
})

test('an instant is not rendered if its year is before 0000 in the time zone', () => {
  const zones = createZones()
  const first = parseInstant('0000-01-01T00:00:00Z') ?? { seconds: 0, fraction: '' }
  expect(zones.render(first, 'UTC')).toBe('0000-01-01T00:00:00+00:00')
  expect(zones.render(first, 'America/New_York')).toBeUndefined()
  expect([zones.canRender(first, 'UTC'), zones.canRender(first, 'America/New_York')]).toEqual([true, false])
})

test('fractions of a second are compared as decimal fractions, so 09 is before 1', () => {
  const at = (fraction: string) => ({ seconds: 1, fraction })
  expect(isBefore(at('09'), at('1'))).toBe(true)
  expect(isBefore(at('1'), at('09'))).toBe(false)
  expect(isBefore(at(''), at('000000001'))).toBe(true)
  expect(isBefore(at('5'), at('5'))).toBe(false)
})

test('a clock with a start time begins at that time and keeps running', () => {
  let elapsed = 500
  const clock = createClock('2026-01-09T12:00:00Z', () => elapsed)
  elapsed += 1234.5
  expect(new Date(clock()).toISOString()).toBe('2026-01-09T12:00:01.234Z')
})

test('a clock throws for a string that is not a date-time', () => {
  expect(() => createClock('yesterday')).toThrow(RangeError)
})

test.each([
  ['Europe/Berlin', '2026-01-16T00:00:00Z', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-01-16T03:07:00Z', '2026-03-08T07:00:00Z'],
  ['America/St_Johns', '2026-06-01T00:00:00Z', '2026-11-01T04:30:00Z'],
  ['Australia/Lord_Howe', '2026-01-01T00:00:00Z', '2026-04-04T15:00:00Z'],
])('the next change of the UTC offset in %s after %s is at %s', (zone, from, at) => {
  const next = createZones().nextChange(zone, parseInstant(from) ?? { seconds: 0, fraction: '' })
  expect(next).toEqual(parseInstant(at))
})

test.each(['Asia/Kolkata', 'UTC'])('the UTC offset in %s has no next change', (zone) => {
  expect(createZones().nextChange(zone, { seconds: 1_767_225_600, fraction: '' })).toBeUndefined()
})
