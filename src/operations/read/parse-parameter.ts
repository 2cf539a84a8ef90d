import { isJsonType } from '../../client/requests/serialize-parameter.ts'
import { parseJson, isObject, type Json } from '../../json.ts'
import type { Parameter } from '../operation.ts'

/** The properties of a parameter that are needed to parse its text. */
export type Readable = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'contentType' | 'schema'>

/**
 * Parses the text of a recorded parameter. This is the inverse of `serializeParameter`. `text` is the path segment, the
 * whole query without `?`, the value of the header, or the whole `Cookie` header. Scalars stay strings, except for
 * parameters with `content`. Returns undefined if the parameter is absent.
 */
export function parseParameter(parameter: Readable, text: string): Json | undefined {
  switch (parameter.in) {
    case 'path':
      return inPath(parameter, text)
    case 'query':
      return parameter.style === 'querystring' ? wholeQuery(parameter, text) : inPairs(parameter, pairsOf(text, '&'))
    case 'header':
      return parameter.contentType === undefined
        ? simple(parameter, text, (part) => part.trim())
        : ofContent(parameter, text)
    default:
      return inPairs(parameter, pairsOf(text, ';'))
  }
}

function wholeQuery({ contentType = '' }: Readable, text: string): Json | undefined {
  if (text === '') return undefined
  if (isJsonType(contentType)) return parseJson(percentDecode(text))
  const values = new Map<string, Json>()
  for (const [key, value] of pairsOf(text, '&').map((pair) => pair.map(percentDecode))) {
    const before = values.get(key ?? '')
    values.set(key ?? '', before === undefined ? (value ?? '') : [before, value ?? ''].flat())
  }
  return Object.fromEntries(values)
}

/** Parses the text of a parameter with `content`. A text that is not JSON is returned unchanged. */
function ofContent({ contentType = '' }: Readable, text: string): Json | undefined {
  return isJsonType(contentType) ? parseJson(text) : text
}

type Shape = 'text' | 'array' | 'object'
type Pair = readonly [name: string, value: string]

function shapeOf({ schema }: Readable): Shape {
  const value = schema?.value
  const types = isObject(value) ? [value['type']].flat() : []
  if (types.includes('array')) return 'array'
  return types.includes('object') ? 'object' : 'text'
}

function inPath(parameter: Readable, text: string): Json | undefined {
  if (parameter.contentType !== undefined) return ofContent(parameter, percentDecode(text))
  switch (parameter.style) {
    case 'label':
      return text.startsWith('.')
        ? simple(parameter, text.slice(1), percentDecode, parameter.explode ? '.' : ',')
        : undefined
    case 'matrix':
      return text.startsWith(';') ? inPairs(parameter, pairsOf(text.slice(1), ';')) : undefined
    default:
      return simple(parameter, text, percentDecode)
  }
}

function simple(parameter: Readable, text: string, decode: (part: string) => string, separator = ','): Json {
  const shape = shapeOf(parameter)
  if (shape === 'text') return decode(text)
  const parts = text === '' ? [] : text.split(separator)
  if (shape === 'array') return parts.map(decode)
  return parameter.explode
    ? Object.fromEntries(parts.map((part) => splitOnce(part, '=').map(decode) as [string, string]))
    : alternating(parts.map(decode))
}

function inPairs(parameter: Readable, pairs: readonly Pair[]): Json | undefined {
  const { name, style, explode } = parameter
  const shape = shapeOf(parameter)
  const own = pairs.filter(([key]) => percentDecode(key) === name).map(([, value]) => value)
  const [first] = own
  if (parameter.contentType !== undefined) {
    return first === undefined ? undefined : ofContent(parameter, percentDecode(first))
  }
  if (style === 'deepObject') return deep(name, pairs)
  if (shape === 'object' && explode) {
    const entries = pairs.map(([key, value]) => [percentDecode(key), percentDecode(value)] as const)
    return entries.length === 0 ? undefined : Object.fromEntries(entries)
  }
  if (first === undefined) return undefined
  if (shape === 'text') return percentDecode(first)
  if (shape === 'array' && explode) return own.map(percentDecode)
  const parts = first === '' ? [] : first.split(DELIMITERS[style] ?? ',').map(percentDecode)
  return shape === 'array' ? parts : alternating(parts)
}

/**
 * The delimiters of each style. They are regular expressions, because a delimiter in a recording may be
 * percent-encoded.
 */
const DELIMITERS: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+| /,
  pipeDelimited: /%7C|\|/i,
}

function deep(name: string, pairs: readonly Pair[]): Json | undefined {
  const entries = pairs.flatMap(([key, value]) => {
    const match = /^([^[\]]*)\[([^[\]]*)\]$/.exec(percentDecode(key))
    return match !== null && match[1] === name ? [[match[2] ?? '', percentDecode(value)] as const] : []
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function alternating(parts: readonly string[]): Json {
  const entries: [string, string][] = []
  for (let index = 0; index < parts.length; index += 2) entries.push([parts[index] ?? '', parts[index + 1] ?? ''])
  return Object.fromEntries(entries)
}

function pairsOf(text: string, separator: string): Pair[] {
  return text
    .split(separator)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => splitOnce(pair, '='))
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

/**
 * Decodes percent-encoded text. Returns malformed text unchanged. Does not change `+`, which means a space only in
 * forms.
 */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
