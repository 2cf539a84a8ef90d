import type { Json } from '../../json.ts'
import { needed, optional, type Attempt } from '../values/attempt.ts'
import { dates, isDate } from './date.ts'
import type { SchemaFormat } from './format.ts'
import { isTime, times } from './time.ts'

/**
 * True for a `date-time` of RFC 3339 §5.6: with `T` or `t`, an offset, and any number of fractional digits. A note in
 * §5.6 also allows a space instead of `T`. This function does not.
 */
export function isDateTime(value: string): boolean {
  const separator = value[10]
  return (separator === 'T' || separator === 't') && isDate(value.slice(0, 10)) && isTime(value.slice(11))
}

export const dateTime: SchemaFormat = {
  name: 'date-time',
  appliesTo: 'string',
  check: isDateTime,
  samples: [
    '2030-01-15T10:00:00Z',
    '2030-01-15T10:00:00+00:00',
    '2030-01-15T10:00:00+01:00',
    '2030-01-15T10:00:00.000Z',
    '2030-06-15T08:30:00-05:00',
  ],
  more,
  negatives,
}

function* more(): Generator<string> {
  for (const time of times()) yield `2030-01-15T${time}`
  for (const date of dates()) yield `${date}T10:00:00Z`
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** Returns values that RFC 3339 forbids but lenient parsers accept. */
function negatives(value: string): readonly Attempt[] {
  const [, day = '2030-01-15', hour = '10', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    DATE_TIME.exec(value) ?? []
  const at = (date: string, clock: string, offset = zone): Json[] => [`${date}T${clock}${fraction}${offset}`]
  const clock = `${hour}:${minute}:${second}`
  const [year, month] = day.split('-')
  return [
    needed('naive', [`${day}T${clock}`]),
    // A server may parse times with a fraction and times without a fraction differently, so both are sent.
    needed('naive-fraction', [`${day}T${clock}${fraction || '.5'}`]),
    needed('blank-separator', [`${day} ${clock}${fraction}${zone}`]),
    needed('date-only', [day]),
    // This date detects parsers that know the length of each month, but do not know that 2100 is not a leap year.
    needed('leap-day-of-2100', at('2100-02-29', clock)),
    needed('minute-99', at(day, `${hour}:99:${second}`)),
    needed('offset-24', at(day, clock, '+24:00')),
    needed('offset-without-colon', at(day, clock, zone === 'Z' || zone === 'z' ? '+0000' : zone.replace(':', ''))),
    optional('february-30', at(`${year ?? '2030'}-02-30`, clock)),
    optional('hour-24', at(day, '24:00:00')),
    optional('month-13', at(`${year ?? '2030'}-13-${day.slice(8)}`, clock)),
    optional('offset-in-hours', at(day, clock, '+01')),
    optional('without-seconds', [`${day}T${hour}:${minute}${zone}`]),
    optional('trailing-text', [`${value} (UTC)`]),
    optional('epoch', ['1893456000']),
    optional('slashes', [`${day.slice(8)}/${month ?? '01'}/${year ?? '2030'} ${clock}`]),
  ]
}
