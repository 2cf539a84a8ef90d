import { instantIn } from '../invariants/time-functions.ts'
import type { Json } from '../json.ts'

/** True if both values are date-times, and they mean different instants. */
export function shifted(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string' || one === other) return false
  const [instant, received] = [instantIn(one), instantIn(other)]
  return instant !== undefined && received !== undefined && instant !== received
}

/** True if two date-times differ by less than a second. */
export function isSameSecond(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  return Math.abs(Date.parse(one.toUpperCase()) - Date.parse(other.toUpperCase())) < 1000
}
