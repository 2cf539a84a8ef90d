import type { Json } from '../../json.ts'
import { needed, optional, type Breaks, type Try } from './place.ts'

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/

/** Values that only look like the format. */
export const breakFormat: Breaks = ({ keyword, value }) => {
  const breaks = BY_FORMAT[String(keyword.value)]
  return breaks === undefined
    ? [optional('other-text', ['', ' ', '%', '\u0000'])]
    : breaks(typeof value === 'string' ? value : '')
}

const BY_FORMAT: Readonly<Record<string, (value: string) => readonly Try[]>> = {
  'date-time': dateTimes,
  date: (value) => [
    needed('leap-day-of-2100', ['2100-02-29']),
    optional('february-30', [`${value.slice(0, 4)}-02-30`]),
    needed('slashes', [value.replaceAll('-', '/')]),
    optional('short', [value.slice(0, 7)]),
    optional('with-time', [`${value}T00:00:00Z`]),
  ],
  time: (value) => [
    needed('naive', [value.replace(/([Zz]|[+-]\d\d:\d\d)$/, '')]),
    optional('minute-99', [value.replace(/:\d\d/, ':99')]),
  ],
  uuid: (value) => [
    needed('urn', [`urn:uuid:${value}`]),
    needed('text', ['not-a-uuid']),
    optional('not-hex', [`g${value.slice(1)}`]),
    optional('without-hyphens', [value.replaceAll('-', '')]),
    optional('short', [value.slice(0, -1)]),
    optional('braces', [`{${value}}`]),
  ],
  email: (value) => [
    needed('without-at', [value.replace('@', '.')]),
    optional('without-domain', [value.replace(/@.*/, '@')]),
  ],
  hostname: () => [needed('leading-hyphen', ['-example.com']), optional('blank', ['exam ple.com'])],
  ipv4: () => [needed('octet-256', ['256.0.2.1']), optional('three-octets', ['192.0.2'])],
  ipv6: () => [needed('not-hex', ['2001:db8::g']), optional('ipv4', ['192.0.2.1'])],
  uri: () => [needed('relative', ['/a/b', 'a/b']), optional('blank', ['https://example.com/a b'])],
  'uri-reference': () => [needed('backslash', ['a\\b', '\\\\a']), optional('blank', ['/a b'])],
  'uri-template': () => [needed('open-brace', ['/a/{b'])],
  duration: () => [needed('without-p', ['30M', 'T30M']), optional('empty', ['P'])],
  regex: () => [needed('open-group', ['(', '[a'])],
  byte: () => [needed('not-base64', ['%%%%', '*']), optional('bad-padding', ['YWJj='])],
  'json-pointer': () => [needed('without-slash', ['a/b']), optional('bad-escape', ['/a~2'])],
  'relative-json-pointer': () => [needed('without-number', ['/a', 'a'])],
  int32: () => numbers([2 ** 31, -(2 ** 31) - 1]),
  int64: () => numbers([2 ** 63, -(2 ** 64)]),
}

function numbers([above, below]: readonly [number, number]): readonly Try[] {
  return [needed('above', [above]), optional('below', [below])]
}

/** What date parsers let through and RFC 3339 does not. */
function dateTimes(value: string): readonly Try[] {
  const [, date = '2030-01-15', hour = '10', minute = '00', second = '00', fraction = '', zone = 'Z'] =
    DATE_TIME.exec(value) ?? []
  const at = (day: string, time: string, offset = zone): Json[] => [`${day}T${time}${fraction}${offset}`]
  const time = `${hour}:${minute}:${second}`
  const [year, month] = date.split('-')
  return [
    needed('naive', at(date, time, '')),
    needed('blank-separator', [`${date} ${time}${fraction}${zone}`]),
    needed('date-only', [date]),
    // Who takes a 30 February takes this too; who only knows how long months are takes this alone.
    needed('leap-day-of-2100', at('2100-02-29', time)),
    needed('minute-99', at(date, `${hour}:99:${second}`)),
    needed('offset-24', at(date, time, '+24:00')),
    needed('offset-without-colon', at(date, time, zone === 'Z' || zone === 'z' ? '+0000' : zone.replace(':', ''))),
    optional('february-30', at(`${year ?? '2030'}-02-30`, time)),
    optional('hour-24', at(date, '24:00:00')),
    optional('month-13', at(`${year ?? '2030'}-13-${date.slice(8)}`, time)),
    optional('offset-in-hours', at(date, time, '+01')),
    optional('without-seconds', [`${date}T${hour}:${minute}${zone}`]),
    optional('trailing-text', [`${value} (UTC)`]),
    optional('epoch', ['1893456000']),
    optional('slashes', [`${date.slice(8)}/${month ?? '01'}/${year ?? '2030'} ${time}`]),
  ]
}
