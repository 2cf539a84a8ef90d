import {
  isJsonType,
  percentEncode,
  serializeParameter as serialize,
  type ParameterStyle,
} from '../client/requests/serialize-parameter.ts'
import { isObject, stringifyJson, type Json } from '../json.ts'

/** The properties of a parameter that determine how its values are serialized. */
export type Written = ParameterStyle

/**
 * Serializes a parameter as the client does, but keeps every digit of long integers. See
 * `client/requests/serialize-parameter.ts`. A parameter with the style `querystring`, which generated clients do not
 * have, is the whole query. OpenAPI 3.2.0 §4.12.
 */
export function serializeParameter(parameter: ParameterStyle, value: Json): string {
  if (parameter.style !== 'querystring') return serialize(parameter, value, stringifyJson)
  const { contentType = '', ...styled } = parameter
  if (isObject(value) && !isJsonType(contentType))
    return serialize({ ...styled, style: 'form', explode: true }, value, stringifyJson)
  return percentEncode(typeof value === 'string' && !isJsonType(contentType) ? value : stringifyJson(value))
}

export { percentEncode } from '../client/requests/serialize-parameter.ts'
