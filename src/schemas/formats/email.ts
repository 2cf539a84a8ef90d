import { needed, optional } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+"
const QUOTED = '"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\x20-\\x7e])*"'
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?'
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'

/**
 * Matches a `Mailbox` of RFC 5321 §4.1.2: dotted atoms or a quoted string before `@`, and a domain or an address
 * literal after `@`.
 */
const EMAIL = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*|\\[${OCTET}(?:\\.${OCTET}){3}\\]|\\[IPv6:[0-9a-f:.]+\\])$`,
  'i',
)

export const email: SchemaFormat = {
  name: 'email',
  appliesTo: 'string',
  check: EMAIL,
  samples: ['alex@example.com'],
  more: emails,
  negatives: (value) => [
    needed('without-at', [value.replace('@', '.')]),
    optional('without-domain', [value.replace(/@.*/, '@')]),
  ],
}

/**
 * Yields short addresses first, then long ones, then many more. The part before `@` has at most 64 characters (RFC 5321
 * §4.5.3.1).
 */
function* emails(): Generator<string> {
  yield* ['a@b.co', 'a@b']
  for (let length = 1; length <= 64; length++) yield `${'a'.repeat(length)}@example.com`
  for (let labels = 1; labels <= 40; labels++) yield `alex@${'mail.'.repeat(labels)}example.com`
  for (let index = 1; index < 300; index++) yield `alex${index}@example.com`
}
