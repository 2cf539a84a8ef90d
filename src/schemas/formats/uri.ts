import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const URI =
  /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i

/** True for an absolute `URI` of RFC 3986 §3. Checks only the characters, not the rules of a scheme such as `https`. */
export function isUri(value: string): boolean {
  return URI.test(value)
}

export const uri: SchemaFormat = {
  name: 'uri',
  appliesTo: 'string',
  check: isUri,
  samples: ['https://example.com/a'],
  more: uris,
  negatives: () => [needed('relative', ['/a/b', 'a/b']), optional('blank', ['https://example.com/a b'])],
}

function* uris(): Generator<string> {
  yield* ['urn:a', 'http://a.co', 'http://example.com', 'urn:example:a']
  for (let index = 1; index < 300; index++) yield `https://example.com/${index}`
}
