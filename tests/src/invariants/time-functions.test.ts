import { describe, expect, test } from 'vitest'
import { compileRule } from '../../../src/invariants/compile-rule.ts'

const HALF_HOUR = 1_800_000

/**
 * The methods of a CEL timestamp that read a part of the local time. Each value is the name of this part in the
 * `Intl.DateTimeFormat` of Node.
 */
const PARTS = { getFullYear: 'year', getDate: 'day', getHours: 'hour', getMinutes: 'minute' } as const

describe('the clock of a time zone', () => {
  const rules = Object.entries(PARTS).map(
    ([getter, part]) => [compileRule(`timestamp(self.at).${getter}(self.zone)`, 'here'), part] as const,
  )

  test.each([
    ['America/New_York', '2026-03-07T00:00:00Z', 'the beginning of summer time'],
    ['America/New_York', '2026-10-31T00:00:00Z', 'the end of summer time'],
    ['Australia/Lord_Howe', '2026-04-04T00:00:00Z', 'a shift of half an hour'],
    ['Pacific/Apia', '2011-12-29T00:00:00Z', 'a day that is left out'],
    ['Asia/Kathmandu', '1985-12-30T00:00:00Z', 'a new offset'],
    ['Europe/Amsterdam', '1937-06-30T00:00:00Z', 'an offset with seconds'],
    ['Africa/Monrovia', '1972-01-06T00:00:00Z', 'the last offset with seconds'],
    ['Europe/Zurich', '2200-06-30T00:00:00Z', 'a far year'],
  ])('shows the local time in %s from %s on: %s', (zone, from) => {
    const formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
    for (let at = Date.parse(from); at < Date.parse(from) + 3 * 86_400_000; at += HALF_HOUR) {
      const parts = formatter.formatToParts(at)
      const self = { at: new Date(at).toISOString(), zone }
      for (const [rule, part] of rules) {
        const value = BigInt(parts.find(({ type }) => type === part)?.value ?? '')
        expect([self.at, part, rule.evaluate({ self })]).toEqual([self.at, part, { kind: 'value', value }])
      }
    }
  })
})
