import { describe, expect, test } from 'vitest'
import { checkLiterals, resolveLiterals, usesState } from '../../../src/cases/literals/literals.ts'
import { ContractError } from '../../../src/errors.ts'
import type { Json, JsonObject } from '../../../src/json.ts'

const now = '2026-03-25T22:30:15.987Z'
const state = {
  path: { id: 'a' },
  values: { location_id: ['l1', 'l2'], zone: 'Europe/Berlin', nothing: null },
  given: { zones: { 'a/b': '+05:30' }, bad: 'Mars/Base' },
}

describe('the literal $instant (a placeholder for a time that is derived from another time)', () => {
  const of = { $time: 'P3D', at: '10:00', zone: 'Europe/Berlin' }
  test.each<[JsonObject, string]>([
    [{ $instant: of }, '2026-03-28T10:00:00+01:00'],
    [{ $instant: of, plus: 'PT15M' }, '2026-03-28T10:15:00+01:00'],
    [{ $instant: of, plus: '-PT30M', zone: 'Z' }, '2026-03-28T08:30:00Z'],
    [{ $instant: of, zone: '-00:00' }, '2026-03-28T09:00:00-00:00'],
    [{ $instant: of, zone: '+00:00' }, '2026-03-28T09:00:00+00:00'],
    [{ $instant: of, zone: '+05:45', fraction: '125', lower: true }, '2026-03-28t14:45:00.125+05:45'],
    [{ $instant: '2026-03-28T09:00:00.5z', zone: 'Z' }, '2026-03-28T09:00:00.5Z'],
    [{ $instant: '2026-03-28T09:00:00.5Z', fraction: '000' }, '2026-03-28T09:00:00.000Z'],
  ])('%j resolves to %s', (literal, text) => {
    expect(resolveLiterals(literal, { now, state })).toBe(text)
  })

  test.each<[JsonObject, RegExp]>([
    [{ $instant: 7 }, /must be a date-time or an object/],
    [{ $instant: 'tomorrow' }, /must be a date-time/],
    [{ $instant: { $time: 'P3D' } }, /no zone/],
    [{ $instant: of, plus: '15 minutes' }, /plus` must be a duration/],
    [{ $instant: of, zone: '+0200' }, /zone` must be an IANA name/],
    [{ $instant: of, fraction: 5 }, /must be a string of digits/],
    [{ $instant: of, at: '10:00' }, /at beside \$instant/],
    [{ $instant: { $state: '/given/absent' } }, /returned no value/],
  ])('%j is an error', (literal, message) => {
    expect(() => resolveLiterals(literal, { now, state })).toThrow(message)
  })

  test('needs a provider state only if the literal inside it needs one', () => {
    expect([usesState({ $instant: { $state: '/given/bad' } }), usesState({ $instant: of })]).toEqual([true, false])
  })
})

describe('the literal $time (a placeholder for a time)', () => {
  test.each<[JsonObject, string]>([
    [{ $time: 'P3D', at: '10:00', zone: 'Europe/Berlin' }, '2026-03-28T10:00:00+01:00'],
    [{ $time: 'P4D', at: '10:00', zone: 'Europe/Berlin' }, '2026-03-29T10:00:00+02:00'],
    [{ $time: 'P0D', at: '23:59:58', zone: 'Z' }, '2026-03-25T23:59:58Z'],
    [{ $time: 'P0D', at: '00:00', zone: '+02:00' }, '2026-03-26T00:00:00+02:00'],
    [{ $time: 'P0D', at: '10:00', zone: 'America/New_York' }, '2026-03-25T10:00:00-04:00'],
    [{ $time: '-P1D', at: '10:00', zone: 'Z' }, '2026-03-24T10:00:00Z'],
    [{ $time: 'P2W', at: '10:00', zone: '-09:30' }, '2026-04-08T10:00:00-09:30'],
    [{ $time: 'P200D', at: '10:00', zone: 'Europe/London' }, '2026-10-11T10:00:00+01:00'],
    [{ $time: 'P0D', at: '10:00', zone: 'Asia/Kathmandu' }, '2026-03-26T10:00:00+05:45'],
    [{ $time: 'PT0S', zone: 'Z' }, '2026-03-25T22:30:15Z'],
    [{ $time: '-PT1S', zone: 'Z' }, '2026-03-25T22:30:14Z'],
    [{ $time: 'P1DT2H', zone: 'Europe/Berlin' }, '2026-03-27T01:30:15+01:00'],
    [{ $time: '+PT90M', zone: '+01:00' }, '2026-03-26T01:00:15+01:00'],
    [{ $time: 'P4D', zone: 'Europe/Berlin' }, '2026-03-30T00:30:15+02:00'],
    [{ $time: 'P3D', at: '10:00', zone: { $state: '/values/zone' } }, '2026-03-28T10:00:00+01:00'],
    [{ $time: 'P3D', at: '10:00', zone: { $state: '/given/zones/a~1b' } }, '2026-03-29T10:00:00+05:30'],
    [{ $time: 'P0D', at: '12:00', zone: 'Europe/London' }, '2026-03-25T12:00:00+00:00'],
  ])('%j resolves to %s', (literal, text) => {
    expect(resolveLiterals(literal, { now, state })).toBe(text)
  })

  test.each<[JsonObject, RegExp]>([
    [{ $time: 'P4D', at: '02:30', zone: 'Europe/Berlin' }, /2026-03-29T02:30 in Europe\/Berlin does not exist/],
    [{ $time: 'P214D', at: '02:30', zone: 'Europe/Berlin' }, /2026-10-25T02:30 in Europe\/Berlin is ambiguous/],
    [{ $time: 'P3D' }, /no zone/],
    [{ $time: 'P3D', zone: 'Europe/Nowhere' }, /zone` must be an IANA name/],
    [{ $time: 'P3D', zone: '+0200' }, /zone` must be an IANA name/],
    [{ $time: 'P3D', zone: '+24:00' }, /zone` must be an IANA name/],
    [{ $time: 'P3D', zone: { $state: '/given/bad' } }, /is not an IANA/],
    [{ $time: 'P3D', zone: { $state: '/given/absent' } }, /returned no value/],
    [{ $time: 'P3D', at: '24:00', zone: 'Z' }, /must be a local time/],
    [{ $time: 'P3D', at: '9:00', zone: 'Z' }, /must be a local time/],
    [{ $time: 'P1DT1H', at: '10:00', zone: 'Z' }, /whole days/],
    [{ $time: 'P1M', zone: 'Z' }, /duration/],
    [{ $time: 'P', zone: 'Z' }, /duration/],
    [{ $time: 'P1DT', zone: 'Z' }, /duration/],
    [{ $time: '3D', zone: 'Z' }, /duration/],
    [{ $time: 'PT0.5S', zone: 'Z' }, /duration/],
    [{ $time: 3, zone: 'Z' }, /duration/],
    [{ $time: 'P3D', zone: 'Z', on: 'Monday' }, /on beside \$time/],
    [{ $time: 'P9999999D', zone: 'Z' }, /cannot write/],
    [{ $time: 'P999999999999D', at: '10:00', zone: 'Z' }, /cannot write/],
  ])('resolving %j throws an error', (literal, message) => {
    expect(() => resolveLiterals(literal, { now, state })).toThrow(message)
  })

  test('counts days by the calendar of the zone, not of UTC', () => {
    const inKiritimati = resolveLiterals({ $time: 'P0D', at: '08:00', zone: 'Pacific/Kiritimati' }, { now })
    expect(inKiritimati).toBe('2026-03-26T08:00:00+14:00')
  })

  test('gives the right instant for every hour of a year in a zone with daylight saving time', () => {
    for (let hour = 0; hour < 365 * 24; hour += 1) {
      const text = resolveLiterals({ $time: `PT${hour}H`, zone: 'Europe/Berlin' }, { now: '2026-01-01T00:00:00Z' })
      expect(Date.parse(JSON.stringify(text).slice(1, -1))).toBe(Date.UTC(2026, 0, 1, hour))
    }
  })
})

describe('the literals $state (a placeholder for a value of the provider state) and $json (a verbatim value)', () => {
  test.each<[Json, Json]>([
    [{ $state: '/values/location_id/0' }, 'l1'],
    [{ $state: '/values/nothing' }, null],
    [{ $state: '/path' }, { id: 'a' }],
    [{ $json: { $time: 'verbatim' } }, { $time: 'verbatim' }],
    [{ $json: null }, null],
    [[{ a: { b: [{ $state: '/path/id' }] } }], [{ a: { b: ['a'] } }]],
  ])('%j resolves to %j', (literal, value) => {
    expect(resolveLiterals(literal, { now, state })).toEqual(value)
  })

  test.each<[Json, RegExp]>([
    [{ $state: '/values/absent' }, /returned no value at \/values\/absent/],
    [{ $state: 'values/zone' }, /JSON Pointer that begins with \/path/],
    [{ $state: '/credentials/partner' }, /JSON Pointer that begins with \/path/],
    [{ $state: '/path/id', other: 1 }, /other beside \$state/],
    [{ $json: 1, other: 1 }, /other beside \$json/],
    [{ $time: 'P1D', $json: 1 }, /\$time and \$json cannot be in one object/],
    [{ $now: 1 }, /\$now is not \$time/],
  ])('resolving %j throws an error', (literal, message) => {
    expect(() => resolveLiterals(literal, { now, state })).toThrow(message)
  })

  test('the error for an invalid literal contains its JSON pointer', () => {
    const broken = { body: { list: [1, { $state: '/values/absent' }] } }
    const thrown = ((): unknown => {
      try {
        return resolveLiterals(broken, { now, state }, 'scenario past')
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(ContractError)
    expect(thrown).toMatchObject({ code: 'literal-invalid', details: { where: 'scenario past/body/list/1' } })
  })

  test('a value without literals stays unchanged', () => {
    const value = JSON.parse('{"__proto__":{"a":[null,"$time",{"b$":1}]},"constructor":0}') as Json
    expect(JSON.stringify(resolveLiterals(value, { now }))).toBe(JSON.stringify(value))
  })

  test('resolving $state throws an error if the case has no provider state', () => {
    expect(() => resolveLiterals({ $state: '/path/id' }, { now })).toThrow(/needs a provider state/)
  })
})

describe('the check of literals (placeholders such as $time) before a run', () => {
  const gives: JsonObject = {
    type: 'object',
    properties: {
      path: { required: ['id'] },
      values: { properties: { location_id: { type: 'array', items: { type: 'string' } } }, required: ['scheduled_at'] },
      given: { type: 'object', additionalProperties: { type: 'object' } },
    },
  }

  test.each<Json>([
    { $state: '/path/id' },
    { $state: '/values/location_id/0' },
    { $state: '/values/scheduled_at/0/anything' },
    { $state: '/given/zones/Berlin' },
    { $time: 'P1D', zone: { $state: '/given/zones' } },
    { $json: { $state: '/nowhere' } },
    [1, 'two', null],
  ])('accepts %j', (value) => {
    expect(checkLiterals(value, gives)).toEqual([])
  })

  test('reports each invalid literal with its JSON pointer', () => {
    const value = {
      a: { $state: '/path/other' },
      b: [{ $state: '/values/practitioner' }, { $time: 'P1D', zone: { $state: '/path/zone' } }],
      c: { $time: 'soon', zone: 'Z' },
    }
    expect(checkLiterals(value, gives).map(({ at }) => at)).toEqual(['/a', '/b/0', '/b/1', '/c'])
  })

  test('does not check where $state points if the provider state has no schema', () => {
    expect(checkLiterals({ $state: '/path/other' })).toEqual([])
  })

  test('finds the literal $state at any depth', () => {
    expect(usesState({ a: [{ $time: 'P1D', zone: { $state: '/values/zone' } }] })).toBe(true)
    expect(usesState({ a: [{ $time: 'P1D', zone: 'Z' }] })).toBe(false)
    expect(usesState({ $json: { $state: '/path/id' } })).toBe(false)
  })
})

describe('the literal $state with the key `as`', () => {
  const numbers = { path: { id: 31 }, values: { huge: 2 ** 53 }, given: { zone: 'Z', nothing: null } }
  test.each<[JsonObject, Json]>([
    [{ $state: '/path/id', as: 'fraction' }, 31.5],
    [{ $state: '/path/id', as: 'text' }, '31'],
  ])('%j resolves to %j', (literal, value) => {
    expect(resolveLiterals(literal, { now, state: numbers })).toBe(value)
    expect(usesState(literal)).toBe(true)
  })
  test.each<[JsonObject, RegExp]>([
    [{ $state: '/given/zone', as: 'fraction' }, /is not an integer/],
    [{ $state: '/values/huge', as: 'fraction' }, /is not an integer/],
    [{ $state: '/given/nothing', as: 'text' }, /is an object or array/],
    [{ $state: '/path/id', as: 'number' }, /must be fraction, text or upper/],
    [{ $state: '/path/id', like: 'text' }, /must be the only key/],
  ])('resolving %j throws an error', (literal, message) => {
    expect(() => resolveLiterals(literal, { now, state: numbers })).toThrow(message)
  })
})
