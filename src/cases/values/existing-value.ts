import { isDeepStrictEqual } from 'node:util'
import { asObject, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { BaseRequest } from '../plan-context.ts'

/**
 * Returns a value for the field `name` that exists on the server. Prefers a value of a scenario to a value of the
 * provider state.
 */
export function existingValue(operation: Operation, base: BaseRequest, name: string): Json | undefined {
  const inBody = (body: Json | undefined): Json | undefined => (isObject(body) ? body[name] : undefined)
  const own = inBody(base.body)
  if (own !== undefined) return own
  const scenario = operation.scenarios.find(
    (each) =>
      each.status.startsWith('2') && isDeepStrictEqual(each.given, base.given) && inBody(each.send.body) !== undefined,
  )
  if (scenario !== undefined) return inBody(scenario.send.body)
  return valuesGiven(operation, base)?.isRequired(name) === true ? { $state: `/values/${name}/0` } : undefined
}

/**
 * Returns a second existing value for the field `name`. Returns undefined if the provider state declares only one value
 * or none.
 */
export function anotherExistingValue(operation: Operation, base: BaseRequest, name: string): Json | undefined {
  return stateValues(operation, base, name)[1]
}

/**
 * Returns placeholders for values of the field `name`. The provider state always has these values. Each of them can be
 * combined with any values of the other fields.
 */
export function stateValues(operation: Operation, base: BaseRequest, name: string): Json[] {
  const values = valuesGiven(operation, base)
  const list = values?.isRequired(name) === true ? values.properties[name] : undefined
  const least = isObject(list) && typeof list['minItems'] === 'number' ? list['minItems'] : 0
  return Array.from({ length: least }, (_, index) => ({ $state: `/values/${name}/${index}` }))
}

interface ValuesGiven {
  readonly properties: JsonObject
  isRequired(name: string): boolean
}

/** Returns the part of the provider state's schema that describes its `values`. */
function valuesGiven({ states }: Operation, { given }: BaseRequest): ValuesGiven | undefined {
  const gives = given === undefined ? undefined : states.get(given.state)?.gives
  const values = isObject(gives?.['properties']) ? gives['properties']['values'] : undefined
  if (!isObject(values)) return undefined
  const { required, properties } = values
  return {
    isRequired: (name: string): boolean => isArray(required) && required.includes(name),
    properties: asObject(properties),
  }
}
