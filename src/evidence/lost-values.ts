import { valueAt } from '../document/json-pointer.ts'
import { isArray, isObject, type Json } from '../json.ts'
import { describesChange } from './describes-change.ts'
import { jsonOf, type Evidence } from './evidence.ts'
import { isOtherText, isState } from './is-other-text.ts'
import type { ReturnedField } from './response/returned-fields.ts'
import { isAlike, sameUuid, sameValue } from './same-value.ts'
import { shifted } from './shifted.ts'
import { viewsOf } from './views.ts'

/** A value that an accepted request sent and that a later read does not return. */
export interface LostValue {
  readonly field: ReturnedField
  readonly received: Json | undefined
  /** False if a correct server may also lose the value, for example because reads leave this property out. */
  readonly isSure: boolean
}

/**
 * Returns the sent values that a later read does not return. Leaves out a field that had another value already in the
 * response, because another rule reports this. Also leaves out a field for which the read returns the old value,
 * because the read may have got an outdated copy.
 */
export function lostValues(evidence: Evidence): LostValue[] {
  const sent = evidence.execution.sent?.body
  const read = viewsOf(evidence).find(({ name }) => name === 'a later read')
  if (!isObject(sent) || !isObject(read?.body)) return []
  const { body, fields } = read
  const [shown, before] = [jsonOf(evidence), evidence.execution.before?.subject ?? undefined]
  return fields.flatMap((field): LostValue[] => {
    const { name, readsBack, schemas } = field
    if (!Object.hasOwn(sent, name) || schemas === undefined || isState(schemas)) return []
    const [value = null, received, inResponse] = [sent[name], valueAt(body, readsBack), valueAt(shown, readsBack)]
    const isStale = before !== undefined && sameValue(received, valueAt(before, readsBack))
    if (contains(received, value) || isStale || shifted(value, received)) return []
    const isConfirmed = sameValue(inResponse, value)
    if (inResponse !== undefined && !isConfirmed) return []
    const isAbsent = received === undefined || received === null
    const isSure = isAbsent ? isLoss(value, received, isConfirmed) : isDifference(value, received, isConfirmed, field)
    return isSure === undefined ? [] : [{ field, received, isSure: isSure && !describesChange(schemas) }]
  })
}

/** True if the stored value contains the sent value. A server may add properties and items. */
function contains(stored: Json | undefined, sent: Json): boolean {
  if (sameValue(stored, sent) || sameUuid(stored, sent)) return true
  if (isArray(sent)) return isArray(stored) && sent.every((item) => stored.some((each) => contains(each, item)))
  if (!isObject(sent)) return typeof sent === 'string' && isAlike(sent, stored)
  return isObject(stored) && Object.entries(sent).every(([name, each]) => isEmpty(each) || contains(stored[name], each))
}

/** Returns true if the value was lost, false if it may have been lost, and undefined if it was not lost. */
function isLoss(value: Json, received: null | undefined, isConfirmed: boolean): boolean | undefined {
  if (isEmpty(value)) return undefined
  // A read may return fewer properties than the response to the request. If `isConfirmed` is false, the absence of an
  // object or list therefore proves nothing.
  return received === null && (isConfirmed || typeof value !== 'object')
}

/**
 * Returns true if the server stored another value, false if it may have stored another value, and undefined if the
 * difference may come from normalization.
 */
function isDifference(
  value: Json,
  received: Json,
  isConfirmed: boolean,
  { schemas }: ReturnedField,
): boolean | undefined {
  if (typeof value === 'string') {
    if (isOtherText(value, received, schemas)) return true
    return isConfirmed && typeof received === 'string' ? false : undefined
  }
  if (typeof value === 'object') return isConfirmed || isEmpty(received) ? true : undefined
  if (typeof value !== typeof received) return undefined
  // Ignores a difference of less than 1, because servers often round amounts of money.
  if (typeof value === 'number' && !Number.isInteger(value) && Math.abs(value - Number(received)) < 1) return undefined
  // The server is allowed to replace an empty value: some servers treat it as absent and store the default.
  return isConfirmed || !isEmpty(value)
}

function isEmpty(value: Json | undefined): boolean {
  if (isArray(value)) return value.length === 0
  return isObject(value) ? Object.keys(value).length === 0 : !value
}
