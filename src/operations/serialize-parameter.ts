import { serializeParameter as serialize, type ParameterStyle } from '../client/serialize-parameter.ts'
import { stringifyJson, type Json } from '../json.ts'

/** The properties of a parameter that determine how its values are serialized. */
export type Written = ParameterStyle

/**
 * Serializes a parameter as the client does, but keeps every digit of long integers. See
 * `client/serialize-parameter.ts`.
 */
export function serializeParameter(parameter: ParameterStyle, value: Json): string {
  return serialize(parameter, value, stringifyJson)
}

export { percentEncode } from '../client/serialize-parameter.ts'
