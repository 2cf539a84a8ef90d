import { isArray, type Json } from '../json.ts'
import { isUuid } from '../schemas/formats.ts'
import { listKeywords } from '../schemas/list-keywords.ts'
import type { FieldSchemas } from './response/returned-fields.ts'
import { isAlike } from './same-value.ts'

/**
 * True if the server returned a text with another meaning: another enum value, date or UUID, or only the beginning of
 * the text. Other differences may come from normalization, which is permitted.
 */
export function isOtherText(sent: Json, received: Json | undefined, schemas: FieldSchemas | undefined): boolean {
  if (typeof sent !== 'string' || typeof received !== 'string' || schemas === undefined) return false
  if (isAlike(sent, received)) return false
  const keywords = [schemas.sent, schemas.shown].map((schema) =>
    listKeywords(schema, 'response').filter(({ instance }) => instance === ''),
  )
  const [listed] = keywords[0]?.filter(({ name }) => name === 'enum') ?? []
  if (isArray(listed?.value) && listed.value.includes(received)) return !isState(schemas) && !isPlaceholder(sent)
  if (isDate(sent) && isDate(received)) return true
  if (isUuid(sent) && isUuid(received)) return true
  const isFree = keywords.every((each) => !each.some(({ name }) => name === 'format' || name === 'pattern'))
  // A server may remove the query and the fragment of a URL, so a URL may be shorter.
  const isUrl = URL.canParse(sent) && /^[?#]/.test(sent.slice(received.length))
  return isFree && !isUrl && received.length >= SHORTEST_CUT && sent.startsWith(received)
}

/**
 * The minimum length of a received text that counts as cut off. A shorter text may be a short form, such as `1` for
 * `1.0`.
 */
const SHORTEST_CUT = 8

/**
 * True if the name of a property, such as `status`, suggests that the property contains a state. Servers change states
 * by their own rules.
 */
export function isState({ shown }: FieldSchemas): boolean {
  return /(?:state|status|phase|stage|step|progress|lifecycle|result|outcome|condition)$/i.test(shown.pointer)
}

/** True for a value that asks the server to choose, such as `auto`. */
function isPlaceholder(text: string): boolean {
  return /^(?:auto|automatic|default|system|inherit|inherited|any|unspecified)$/i.test(text)
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text)
}
