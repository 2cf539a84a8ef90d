import { isArray, isObject, type Json } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import type { NegativeValue } from '../../schemas/negative-values/draw-negative-values.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { BaseRequest } from '../plan-context.ts'
import { existingValue } from './existing-value.ts'

/**
 * Returns an invalid body in which an id has the wrong type, such as `"7"` instead of 7. An object with the id 7 exists
 * on the server. If it did not exist, a server that wrongly converts `"7"` to 7 would still refuse the request, and the
 * conversion would not be detected.
 */
export function coercibleBody(operation: Operation, base: BaseRequest, schema: Schema, miss: NegativeValue): Json {
  const { keyword, value } = miss
  const [name = '', ...deeper] = keyword.instance.split('/').slice(1)
  const field = fieldsOf(schema).get(name)
  if (keyword.name !== 'type' || deeper.length > 0 || field?.['x-server-data'] !== true || !isObject(value))
    return value
  const good = existingValue(operation, base, name)
  if (miss.name === 'number' && isArray(field['enum'])) {
    // Some parsers accept a number for an enum and use it as the index of an enum value.
    return { ...value, [name]: Math.max(1, field['enum'].indexOf(good ?? null)) }
  }
  const as = miss.name === 'fraction' ? 'fraction' : miss.name === 'string' ? 'text' : undefined
  const isStates = isObject(good) && Object.keys(good).join() === '$state'
  return as !== undefined && isStates ? { ...value, [name]: { ...good, as } } : value
}

/**
 * Returns an invalid value for a path parameter, such as 7.5 for the existing id 7. For the reason why the id must
 * exist, see `coercibleBody`.
 */
export function coerciblePath(
  operation: Operation,
  base: BaseRequest,
  { name, in: place }: Parameter,
  miss: { readonly name: string; readonly value: Json },
): Json {
  const gives = base.given === undefined ? undefined : operation.states.get(base.given.state)?.gives
  const path = isObject(gives?.['properties']) ? gives['properties']['path'] : undefined
  const given = isObject(path) && isObject(path['properties']) ? path['properties'][name] : undefined
  const isGiven = place === 'path' && base.path[name] === undefined && isObject(given) && given['type'] === 'integer'
  return isGiven && miss.name === 'fraction' ? { $state: `/path/${name}`, as: 'fraction' } : miss.value
}
