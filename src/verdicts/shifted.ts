import { isDateTime } from '../schemas/formats.ts'
import type { Json } from '../json.ts'
import { sameInstant } from './same-value.ts'

/** Whether both are date-times, and of two different instants. */
export function shifted(one: Json | undefined, other: Json | undefined): boolean {
  return (
    typeof one === 'string' &&
    typeof other === 'string' &&
    isDateTime(one) &&
    isDateTime(other) &&
    !sameInstant(one, other)
  )
}
