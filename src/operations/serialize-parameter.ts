import { isArray, isObject, stringifyJson, type Json } from '../json.ts'
import type { Parameter } from './operation.ts'

/** The properties of a parameter that decide how its values are serialized. */
export type Written = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'allowReserved' | 'contentType'>

/**
 * Serializes a parameter: the text that replaces `{name}` in a path, the `name=value` pairs of a query without `?`, the
 * value of a header, or the pairs of a `Cookie` header. OpenAPI 3.1.1 §4.8.12, RFC 6570.
 */
export function serializeParameter(parameter: Written, value: Json): string {
  if (parameter.contentType !== undefined) return wholeValue(parameter, stringifyJson(value))
  switch (parameter.in) {
    case 'path':
      return inPath(parameter, value)
    case 'query':
      return inQuery(parameter, value)
    case 'header':
      return simple(parameter, value, headerText)
    default:
      return form(parameter, value, percentEncode, '; ')
  }
}

/** Percent-encodes all but the unreserved characters of RFC 3986 §2.3. */
export function percentEncode(text: string): string {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
  return encoded.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

type Encode = (text: string) => string

function wholeValue({ name, in: place }: Written, text: string): string {
  if (place === 'header') return headerText(text)
  return place === 'path' ? percentEncode(text) : `${percentEncode(name)}=${percentEncode(text)}`
}

function inPath(parameter: Written, value: Json): string {
  switch (parameter.style) {
    case 'label':
      return `.${joined(parameter, value, percentEncode, parameter.explode ? '.' : ',')}`
    case 'matrix':
      return matrix(parameter, value)
    default:
      return simple(parameter, value, percentEncode)
  }
}

function inQuery(parameter: Written, value: Json): string {
  const encode = parameter.allowReserved ? keepReserved : percentEncode
  switch (parameter.style) {
    case 'spaceDelimited':
      return delimited(parameter, value, encode, '%20')
    case 'pipeDelimited':
      return delimited(parameter, value, encode, '%7C')
    case 'deepObject':
      return deep(percentEncode(parameter.name), value, encode).join('&')
    default:
      return form(parameter, value, encode, '&')
  }
}

function simple(parameter: Written, value: Json, encode: Encode): string {
  return joined(parameter, value, encode, ',')
}

function joined({ explode }: Written, value: Json, encode: Encode, separator: string): string {
  if (isArray(value)) return value.map((item) => encode(textOf(item))).join(separator)
  if (!isObject(value)) return encode(textOf(value))
  const between = explode ? '=' : separator
  return Object.entries(value)
    .map(([key, item]) => encode(key) + between + encode(textOf(item)))
    .join(separator)
}

function matrix(parameter: Written, value: Json): string {
  const pair = (name: string, text: string): string => (text === '' ? `;${name}` : `;${name}=${text}`)
  const name = percentEncode(parameter.name)
  if (parameter.explode && isArray(value)) return value.map((item) => pair(name, percentEncode(textOf(item)))).join('')
  if (parameter.explode && isObject(value)) {
    return Object.entries(value)
      .map(([key, item]) => pair(percentEncode(key), percentEncode(textOf(item))))
      .join('')
  }
  return pair(name, simple(parameter, value, percentEncode))
}

function form(parameter: Written, value: Json, encode: Encode, between: string): string {
  const name = percentEncode(parameter.name)
  if (isArray(value)) {
    if (value.length === 0) return ''
    const items = value.map((item) => encode(textOf(item)))
    return parameter.explode ? items.map((item) => `${name}=${item}`).join(between) : `${name}=${items.join(',')}`
  }
  if (!isObject(value)) return `${name}=${encode(textOf(value))}`
  const entries = Object.entries(value).map(([key, item]) => [encode(key), encode(textOf(item))] as const)
  if (entries.length === 0) return ''
  return parameter.explode
    ? entries.map(([key, item]) => `${key}=${item}`).join(between)
    : `${name}=${entries.flat().join(',')}`
}

function delimited(parameter: Written, value: Json, encode: Encode, delimiter: string): string {
  if (parameter.explode || (!isArray(value) && !isObject(value))) return form(parameter, value, encode, '&')
  const items = isArray(value) ? value : Object.entries(value).flat()
  if (items.length === 0) return ''
  return `${percentEncode(parameter.name)}=${items.map((item) => encode(textOf(item))).join(delimiter)}`
}

function deep(name: string, value: Json, encode: Encode): string[] {
  if (isArray(value)) return value.flatMap((item) => deep(name, item, encode))
  if (!isObject(value)) return [`${name}=${encode(textOf(value))}`]
  return Object.entries(value).flatMap(([key, item]) => deep(`${name}%5B${percentEncode(key)}%5D`, item, encode))
}

/** A scalar, or a nested value, as text. OpenAPI does not define `null` here: it becomes the word. */
function textOf(value: Json): string {
  return typeof value === 'string' ? value : stringifyJson(value)
}

/** RFC 6570 §3.2.3, except for `#`, which is not allowed in a request target. Keeps percent-encoded triplets. */
function keepReserved(text: string): string {
  return text
    .split(/(%[0-9A-Fa-f]{2}|[:/?[\]@!$&'()*+,;=])/)
    .map((part, index) => (index % 2 === 1 ? part : percentEncode(part)))
    .join('')
}

/** Percent-encodes only characters that are not allowed in a header line. */
function headerText(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e]+/g, (part) => percentEncode(part))
}
