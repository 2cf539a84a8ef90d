import type { Case } from '../cases/case.ts'
import { usesState } from '../cases/literals.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import type { RawRequest } from './exchange.ts'
import { typedToken } from './typed-token.ts'

/** A piece of a request: text that we made, or a value from outside with what may be shown instead of it. */
export type Piece =
  | { readonly ours: string }
  /** `token` for a reader, `variable` for a shell: a name in upper case, to be prefixed with `$`. */
  | { readonly token: string; readonly variable: string }

/** A request, taken apart into what we made and what came from outside. */
export interface MarkedRequest {
  readonly method: string
  readonly target: readonly Piece[]
  readonly headers: readonly (readonly [name: string, value: readonly Piece[]])[]
  readonly body?: readonly Piece[]
}

/** Tells which parts of a case's request are ours: what the case itself says, and nothing else. */
export function markRequest(request: RawRequest, aCase: Case, api: string): MarkedRequest {
  const { method, target, headers, body } = request
  const [path, query] = splitOnce(target, '?')
  return {
    method,
    target: [...markPath(path, aCase), ...(query === undefined ? [] : [ours('?'), ...markQuery(query, aCase, api)])],
    headers: headers.map(([name, value]) => [name, markHeader(name, value, headers, aCase, api)] as const),
    ...(body === undefined ? {} : { body: markBody(Buffer.from(body).toString(), aCase) }),
  }
}

const ours = (text: string): Piece => ({ ours: text })

function markPath(path: string, { operation, send }: Case): Piece[] {
  const names: string[] = []
  const pattern = operation.path
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      names.push(part.slice(1, -1))
      return '([^/]*)'
    })
    .join('')
  const match = new RegExp(`^(.*)${pattern}$`).exec(path)
  if (match === null) return [{ token: '<path>', variable: 'PATH_OF_REQUEST' }]
  const [, front = '', ...values] = match
  const pieces: Piece[] = [ours(front)]
  const literals = operation.path.split(/\{[^{}]*\}/)
  literals.forEach((literal, index) => {
    pieces.push(ours(literal))
    const [name, value] = [names[index], values[index]]
    if (name !== undefined && value !== undefined)
      pieces.push(isOurs(send.path, name) ? ours(value) : outside(value, name))
  })
  return pieces
}

function markQuery(query: string, aCase: Case, api: string): Piece[] {
  const secrets = secretNames(aCase.operation, 'query')
  const { query: sent = {} } = aCase.send
  return query.split('&').flatMap((pair, index) => {
    const [encoded, value = ''] = splitOnce(pair, '=')
    const name = decoded(encoded)
    const start = ours(`${index === 0 ? '' : '&'}${encoded}${pair.includes('=') ? '=' : ''}`)
    if (secrets.has(name) && !Object.hasOwn(sent, name)) return [start, secret(value, 'KEY', aCase, api)]
    return [start, usesState(sent) && !isOurs(sent, name) ? outside(value, name) : ours(value)]
  })
}

function markHeader(name: string, value: string, all: RawRequest['headers'], aCase: Case, api: string): Piece[] {
  const lower = name.toLowerCase()
  const scheme = /^(Bearer|Basic) (.*)$/i.exec(value)
  if (lower === 'authorization' && scheme !== null) {
    const [, word = '', rest = ''] = scheme
    return [ours(`${word} `), secret(rest, word.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN', aCase, api)]
  }
  const sent = Object.keys(aCase.send.headers ?? {}).find((each) => each.toLowerCase() === lower)
  const isTwice = all.filter(([each]) => each.toLowerCase() === lower).length > 1
  const isPlain = ['accept', 'content-type', 'prefer'].includes(lower)
  if (!isTwice && !SECRET_HEADERS.has(lower) && (isPlain || (sent !== undefined && isOurs(aCase.send.headers, sent)))) {
    return [ours(value)]
  }
  if (sent !== undefined && !isTwice) return [outside(value, name)]
  const isKey = secretNames(aCase.operation, 'header').has(lower)
  return [secret(value, isKey ? 'KEY' : variableOf(name), aCase, api)]
}

const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

function secretNames({ security }: Operation, place: 'header' | 'query'): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === place)
    .map(({ parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : parameter))
  return new Set(names)
}

/** What a role that is not of the form sends is ours, and worth seeing. */
function secret(value: string, variable: string, { as }: Case, api: string): Piece {
  if (as === 'garbled') return ours(value)
  return { token: '<secret>', variable: `${variableOf(api)}_${variable}` }
}

function markBody(text: string, { send }: Case): Piece[] {
  if (send.raw !== undefined) return [ours(text)]
  if (send.body === undefined) return [{ token: typedToken(text), variable: 'BODY' }]
  if (!usesState(send.body)) return [ours(text)]
  try {
    return merged(markValue(JSON.parse(text) as Json, send.body, 'body'))
  } catch {
    return [{ token: typedToken(text), variable: 'BODY' }]
  }
}

/** Writes a value as `JSON.stringify` does; where its recipe has a `$state`, what stands there is from outside. */
function markValue(value: Json, template: Json | undefined, name: string): Piece[] {
  if (template !== undefined && !usesState(template)) return [ours(JSON.stringify(value))]
  if (isObject(value) && isObject(template) && !isLiteral(template)) {
    return listed('{', '}', Object.entries(value), ([key, item]) => [
      ours(`${JSON.stringify(key)}:`),
      ...markValue(item, template[key], `${name}.${key}`),
    ])
  }
  if (isArray(value) && isArray(template)) {
    return listed('[', ']', [...value.entries()], ([index, item]) =>
      markValue(item, template[index], `${name}.${index}`),
    )
  }
  const piece = { token: typedToken(value), variable: variableOf(name) }
  return typeof value === 'string' ? [ours('"'), piece, ours('"')] : [piece]
}

const isLiteral = (template: JsonObject): boolean => Object.keys(template).some((key) => key.startsWith('$'))

function listed<T>(open: string, close: string, items: readonly T[], mark: (item: T) => Piece[]): Piece[] {
  return [
    ours(open),
    ...items.flatMap((item, index) => [...(index === 0 ? [] : [ours(',')]), ...mark(item)]),
    ours(close),
  ]
}

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last !== undefined && 'ours' in last && 'ours' in piece)
      result[result.length - 1] = ours(last.ours + piece.ours)
    else result.push(piece)
  }
  return result
}

function isOurs(values: JsonObject | undefined, name: string): boolean {
  const value = values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
  return value !== undefined && !usesState(value)
}

function outside(encoded: string, name: string): Piece {
  return { token: typedToken(decoded(encoded)), variable: variableOf(name) }
}

/** `appointmentId` → `APPOINTMENT_ID`. */
function variableOf(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').replaceAll(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/^(?=\d)/, '_').toUpperCase()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator)
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + separator.length)]
}
