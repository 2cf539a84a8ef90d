import {
  isJsonType,
  percentEncode,
  serializeParameter as serialize,
  type ParameterStyle,
} from '../client/requests/serialize-parameter.ts'
import { isObject, stringifyJson, type Json } from '../json.ts'

/** The properties of a parameter that are needed to serialize its value. */
export type Written = ParameterStyle

/**
 * Serializes a parameter like the client, but keeps all digits of large integers (see
 * `client/requests/serialize-parameter.ts`). Also supports the style `querystring` for the whole query, which generated
 * clients do not support. OpenAPI 3.2.0 §4.12.
 */
export function serializeParameter(parameter: ParameterStyle, value: Json): string {
  if (parameter.style !== 'querystring') return serialize(parameter, value, stringifyJson)
  const { contentType = '', ...styled } = parameter
  if (isObject(value) && !isJsonType(contentType))
    return serialize({ ...styled, style: 'form', explode: true }, value, stringifyJson)
  return percentEncode(typeof value === 'string' && !isJsonType(contentType) ? value : stringifyJson(value))
}

export { percentEncode } from '../client/requests/serialize-parameter.ts'
