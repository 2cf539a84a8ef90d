import { isObject } from '../json.ts'
import type { FieldSchemas } from './response/returned-fields.ts'

/** Matches phrases which say that the server may store another value than the request sends. */
const CHANGES =
  /\b(?:alias|synonym|round(?:s|ed)|clamp(?:s|ed)|capped|limited to|truncated|cut (?:off|to)|trimmed|normali[sz]ed|canonical|converted|(?:stored|saved|returned|treated) as|replaced (?:by|with)|lower[- ]?case|upper[- ]?case|sorted|deduplicated|removed|stripped|ignored|computed|calculated|derived|overridden)\b/i

/**
 * True if the description of a field says that the server changes the value, for example by rounding. If the server
 * then stores another value, the gate reports only drift (a minor finding) or nothing.
 */
export function describesChange(schemas: FieldSchemas | undefined): boolean {
  if (schemas === undefined) return false
  return [schemas.sent, schemas.shown].some(({ document, address }) => {
    const { value } = document.resolve(address)
    return isObject(value) && typeof value['description'] === 'string' && CHANGES.test(value['description'])
  })
}
