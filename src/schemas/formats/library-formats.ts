import { fullFormats, type FormatName } from 'ajv-formats/dist/formats.js'
import type { Json } from '../../json.ts'
import { needed, optional, type Attempt } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

/** Functions that return a different valid value for each index, by format. */
const MORE: Partial<Record<FormatName, (index: number) => string>> = {
  hostname: (index) => `host${index}.example.com`,
  ipv4: (index) => (index < 256 ? `${index}.0.2.1` : `192.168.1.${index - 256}`),
  ipv6: (index) => `${index % 2 === 0 ? 'fe80' : '2001:db8'}::${index.toString(16)}`,
  'json-pointer': (index) => `/a/${index}`,
  'uri-reference': (index) => `/a/${index}`,
  duration: (index) => `PT${index}M`,
}

/**
 * Formats that are checked with the regular expressions of `ajv-formats`, because these expressions follow the
 * standards exactly.
 */
export const LIBRARY_FORMATS: readonly SchemaFormat[] = [
  row('duration', ['PT30M', 'P1D'], () => [needed('without-p', ['30M', 'T30M']), optional('empty', ['P'])]),
  row('hostname', ['example.com', 'a'], () => [
    needed('leading-hyphen', ['-example.com']),
    optional('blank', ['exam ple.com']),
  ]),
  row('ipv4', ['192.0.2.1'], () => [needed('octet-256', ['256.0.2.1']), optional('three-octets', ['192.0.2'])]),
  row('ipv6', ['2001:db8::1'], () => [needed('not-hex', ['2001:db8::g']), optional('ipv4', ['192.0.2.1'])]),
  row('json-pointer', ['/a/b'], () => [needed('without-slash', ['a/b']), optional('bad-escape', ['/a~2'])]),
  row('relative-json-pointer', ['1/a'], () => [needed('without-number', ['/a', 'a'])]),
  row('uri-reference', ['/a/b', 'https://example.com/a'], () => [
    needed('backslash', ['a\\b', '\\\\a']),
    optional('blank', ['/a b']),
  ]),
]

function row(name: FormatName, samples: readonly Json[], negatives: () => readonly Attempt[]): SchemaFormat {
  const check = fullFormats[name]
  if (!(check instanceof RegExp)) throw new Error(`ajv-formats has no regular expression for ${name}`)
  const make = MORE[name]
  const more = make === undefined ? {} : { more: () => Array.from({ length: 512 }, (_, index) => make(index)) }
  return { name, appliesTo: 'string', check, samples, ...more, negatives }
}
