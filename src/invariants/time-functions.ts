import type { Environment } from '@marcbachmann/cel-js'
import { isDateTime } from '../schemas/formats.ts'
import { AbsentValue } from './absent-value.ts'

const PARTS: Readonly<Record<string, (parts: ReadonlyMap<string, number>) => number>> = {
  getFullYear: (parts) => parts.get('year') ?? 0,
  getMonth: (parts) => (parts.get('month') ?? 1) - 1,
  getDate: (parts) => parts.get('day') ?? 1,
  getDayOfMonth: (parts) => (parts.get('day') ?? 1) - 1,
  getHours: (parts) => parts.get('hour') ?? 0,
  getMinutes: (parts) => parts.get('minute') ?? 0,
  getSeconds: (parts) => parts.get('second') ?? 0,
}

/** The getters that take a zone. */
export const ZONED_GETTERS: ReadonlySet<string> = new Set(Object.keys(PARTS))

/** Registers `Timestamp(string)` for all of RFC 3339 and `GetHours(zone)` and its like for IANA zones. */
export function registerTime(environment: Environment): void {
  environment.registerFunction('Timestamp(string): google.protobuf.Timestamp', (text: string) => instantOf(text))
  for (const [name, part] of Object.entries(PARTS)) {
    const signature = `google.protobuf.Timestamp.${name.replace('g', 'G')}(string): int`
    environment.registerFunction(signature, (at: Date, zone: string) => BigInt(part(wallClock(at, zone))))
  }
}

/** The instant of an RFC 3339 date-time; more than three fraction digits are cut, a leap second is the second before. */
export function instantOf(text: string): Date {
  if (!isDateTime(text)) throw new AbsentValue('invalid_timestamp')
  return new Date(
    text
      .toUpperCase()
      .replace(/:60(?=[.Z+-])/, ':59')
      .replace(/(\.\d{3})\d+/, '$1'),
  )
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function wallClock(at: Date, zone: string): ReadonlyMap<string, number> {
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  return new Map(formatter.formatToParts(at).map((part) => [part.type, Number(part.value)]))
}
