import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { BaseRequest } from './plan-context.ts'
import { anotherExistingValue } from './existing-value.ts'

/** Two updates of one thing, one after the other: what only the second shows. */
export interface ConsecutiveUpdates {
  readonly name: string
  readonly title: string
  readonly first: JsonObject
  readonly then: JsonObject
}

/**
 * All fields at once and then one of them again, where the state gives another value for one; else one field after
 * another. Either way what the first update changed has to stay.
 */
export function consecutiveUpdates(
  operation: Operation,
  base: BaseRequest,
  good: JsonObject,
): ConsecutiveUpdates | undefined {
  const names = Object.keys(good)
  for (const name of names) {
    const another = anotherExistingValue(operation, base, name)
    if (another === undefined) continue
    return {
      name: `all-then-${name}`,
      title: `updates ${name} again after all at once, which stay`,
      first: good,
      then: { [name]: another },
    }
  }
  const [one, other] = names
  if (one === undefined || other === undefined) return undefined
  const only = (name: string): JsonObject => ({ [name]: good[name] as Json })
  return {
    name: `${one}-then-${other}`,
    title: `updates ${other} after ${one}, which stays`,
    first: only(one),
    then: only(other),
  }
}
