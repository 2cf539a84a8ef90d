import { isObject } from '../json.ts'
import type { FieldSchemas } from './response/returned-fields.ts'

/** Phrases of descriptions that say that the stored value may be another than the sent value. */
const CHANGES =
  /\b(?:alias|synonym|round(?:s|ed)|clamp(?:s|ed)|capped|limited to|truncated|cut (?:off|to)|trimmed|normali[sz]ed|canonical|converted|(?:stored|saved|returned|treated) as|replaced (?:by|with)|lower[- ]?case|upper[- ]?case|sorted|deduplicated|removed|stripped|ignored|computed|calculated|derived|overridden)\b/i

/**
 * True if the description of a field says that the server changes some values, for example that it rounds them. A
 * value that differs from the sent one is then at most drift.
 */
export function describesChange(schemas: FieldSchemas | undefined): boolean {
  if (schemas === undefined) return false
  return [schemas.sent, schemas.shown].some(({ document, address }) => {
    const { value } = document.resolve(address)
    return isObject(value) && typeof value['description'] === 'string' && CHANGES.test(value['description'])
  })
}
