import { needed } from '../values/attempt.ts'
import type { SchemaFormat } from './format.ts'

const VARIABLE = '(?:[\\w]|%[0-9a-f]{2})+(?:\\.(?:[\\w]|%[0-9a-f]{2})+)*(?::[1-9]\\d{0,3}|\\*)?'

/** Matches a `URI-Template` of RFC 6570 §2, which consists of literals and expressions. */
const URI_TEMPLATE = new RegExp(
  `^(?:[^\\x00-\\x20"'<>%\\\\^\`{|}]|'|%[0-9a-f]{2}|\\{[+#./;?&=,!@|]?${VARIABLE}(?:,${VARIABLE})*\\})*$`,
  'iu',
)

export const uriTemplate: SchemaFormat = {
  name: 'uri-template',
  appliesTo: 'string',
  check: URI_TEMPLATE,
  samples: ['/a/{b}'],
  negatives: () => [needed('open-brace', ['/a/{b'])],
}
