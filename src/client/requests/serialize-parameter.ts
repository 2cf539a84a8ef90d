/** The properties of a parameter that determine its serialization. OpenAPI 3.1.1 §4.8.12.2. */
export interface ParameterStyle {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly style: string
  readonly explode: boolean
  readonly allowReserved: boolean
  /** Only for a parameter with `content`: the media type of its value. */
  readonly contentType?: string
}

/** Converts a value to JSON text. */
export type WriteJson = (value: unknown) => string

/**
 * Serializes a parameter. For a path parameter, the result replaces `{name}`. For a query parameter, it is a text such
 * as `a=1&b=2`. For a header or a cookie, it is the value of the header or of the header `Cookie`. OpenAPI 3.1.1
 * §4.8.12, RFC 6570.
 */
export function serializeParameter(parameter: ParameterStyle, value: unknown, json: WriteJson): string {
  // OpenAPI does not say how a style serializes null and nested values. They are written as JSON.
  const text = (each: unknown): string => (typeof each === 'string' ? each : json(each))
  const encoded: Encode = (each) => percentEncode(text(each))
  if (parameter.contentType !== undefined) {
    return wholeValue(
      parameter,
      isJsonType(parameter.contentType) ? json(value) : text(value),
      isJsonType(parameter.contentType),
    )
  }
  switch (parameter.in) {
    case 'path':
      return inPath(parameter, value, encoded)
    case 'query':
      return inQuery(parameter, value, (each) => (parameter.allowReserved ? keepReserved : percentEncode)(text(each)))
    case 'header':
      return joined(parameter, value, (each) => headerText(text(each)), ',')
    default:
      // The style `cookie` does not percent-encode values. OpenAPI 3.2.0 §4.12.3.
      return form(parameter, value, (each) => (parameter.style === 'cookie' ? text : encoded)(each), '; ')
  }
}

/** True for `application/json` and types that end with `+json`. RFC 6839 §3.1. */
export function isJsonType(contentType: string): boolean {
  return /^[^/]+\/(?:[^;]+\+)?json\s*(?:;|$)/i.test(contentType.trim())
}

/** Percent-encodes all characters except those that RFC 3986 §2.3 calls unreserved. */
export function percentEncode(text: string): string {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
  return encoded.replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Escapes the characters of a JSON text that a header cannot contain. */
function asciiJson(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

type Encode = (value: unknown) => string

function wholeValue({ name, in: place }: ParameterStyle, text: string, isJson: boolean): string {
  if (place === 'header') return isJson ? asciiJson(text) : headerText(text)
  return place === 'path' ? percentEncode(text) : `${percentEncode(name)}=${percentEncode(text)}`
}

function inPath(parameter: ParameterStyle, value: unknown, encode: Encode): string {
  switch (parameter.style) {
    case 'label':
      return `.${joined(parameter, value, encode, parameter.explode ? '.' : ',')}`
    case 'matrix':
      return matrix(parameter, value, encode)
    default:
      return joined(parameter, value, encode, ',')
  }
}

function inQuery(parameter: ParameterStyle, value: unknown, encode: Encode): string {
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

function joined({ explode }: ParameterStyle, value: unknown, encode: Encode, separator: string): string {
  if (isArray(value)) return value.map((item) => encode(item)).join(separator)
  if (!isObject(value)) return encode(value)
  const between = explode ? '=' : separator
  return Object.entries(value)
    .map(([key, item]) => encode(key) + between + encode(item))
    .join(separator)
}

function matrix(parameter: ParameterStyle, value: unknown, encode: Encode): string {
  const pair = (name: string, text: string): string => (text === '' ? `;${name}` : `;${name}=${text}`)
  const name = percentEncode(parameter.name)
  if (parameter.explode && isArray(value)) return value.map((item) => pair(name, encode(item))).join('')
  if (parameter.explode && isObject(value)) {
    return Object.entries(value)
      .map(([key, item]) => pair(encode(key), encode(item)))
      .join('')
  }
  return pair(name, joined(parameter, value, encode, ','))
}

function form(parameter: ParameterStyle, value: unknown, encode: Encode, between: string): string {
  const name = percentEncode(parameter.name)
  if (isArray(value)) {
    if (value.length === 0) return ''
    const items = value.map((item) => encode(item))
    return parameter.explode ? items.map((item) => `${name}=${item}`).join(between) : `${name}=${items.join(',')}`
  }
  if (!isObject(value)) return `${name}=${encode(value)}`
  const entries = Object.entries(value).map(([key, item]) => [encode(key), encode(item)] as const)
  if (entries.length === 0) return ''
  return parameter.explode
    ? entries.map(([key, item]) => `${key}=${item}`).join(between)
    : `${name}=${entries.flat().join(',')}`
}

function delimited(parameter: ParameterStyle, value: unknown, encode: Encode, delimiter: string): string {
  if (parameter.explode || (!isArray(value) && !isObject(value))) return form(parameter, value, encode, '&')
  const items = isArray(value) ? value : Object.entries(value).flat()
  if (items.length === 0) return ''
  return `${percentEncode(parameter.name)}=${items.map((item) => encode(item)).join(delimiter)}`
}

function deep(name: string, value: unknown, encode: Encode): string[] {
  if (isArray(value)) return value.flatMap((item) => deep(name, item, encode))
  if (!isObject(value)) return [`${name}=${encode(value)}`]
  return Object.entries(value).flatMap(([key, item]) => deep(`${name}%5B${percentEncode(key)}%5D`, item, encode))
}

/**
 * Percent-encodes a text, but keeps reserved characters and percent-encoded triplets (RFC 6570 §3.2.3). `#` is encoded
 * too, because it would end the URL.
 */
function keepReserved(text: string): string {
  return text
    .split(/(%[0-9A-Fa-f]{2}|[:/?[\]@!$&'()*+,;=])/)
    .map((part, index) => (index % 2 === 1 ? part : percentEncode(part)))
    .join('')
}

/** Percent-encodes only the characters that a header line cannot contain. */
function headerText(text: string): string {
  return text.replaceAll(/[^\t\x20-\x7e]+/g, (part) => percentEncode(part))
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
