import type { Json, JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { BaseRequest } from './plan-context.ts'
import { anotherExistingValue } from './values/existing-value.ts'

/**
 * Two updates of the same resource. The response to the second update shows whether the server stored the first update.
 */
export interface ConsecutiveUpdates {
  readonly name: string
  readonly title: string
  readonly first: JsonObject
  readonly then: JsonObject
}

/**
 * Returns two updates of one resource. The second update must not undo the first. If the server has two values for some
 * field, the first update sends all fields, and the second sends the other value of this field. Otherwise, each update
 * sends one field, and the two fields differ. Returns undefined if neither is possible.
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
      title: `after an update of all fields, updates ${name} again and keeps the other values`,
      first: good,
      then: { [name]: another },
    }
  }
  const [one, other] = names
  if (one === undefined || other === undefined) return undefined
  const only = (name: string): JsonObject => ({ [name]: good[name] as Json })
  return {
    name: `${one}-then-${other}`,
    title: `updates ${other} after ${one}, and keeps ${one}`,
    first: only(one),
    then: only(other),
  }
}
