import { pathLiteral } from '../operations/path-literal.ts'
import type { Case } from '../cases/case.ts'
import { usesState } from '../cases/literals.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { isGarbled } from '../exchanges/apply-credential.ts'
import type { RawRequest } from '../exchanges/exchange.ts'
import { typedToken } from './typed-token.ts'

/** A piece of a request: text that we made, or a value from outside with what may be shown instead of it. */
export type Piece =
  | { readonly ours: string }
  /**
   * `token` for a reader, `variable` for a shell: a name in upper case, to be prefixed with `$`. `value` is what it
   * stands for, as it was sent.
   */
  | { readonly token: string; readonly variable: string; readonly value: string }

/** A request, taken apart into what we made and what came from outside. */
export interface MarkedRequest {
  readonly method: string
  readonly target: readonly Piece[]
  readonly headers: readonly (readonly [name: string, value: readonly Piece[]])[]
  readonly body?: readonly Piece[]
}

/** What decides of a request's values, besides its case, whose they are. */
export interface Marking {
  /** Whose name the variables of secrets begin with. */
  readonly api: string
  /** Values of parameters that a user gave by name: from outside, though the case says them. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** Tells which parts of a case's request are ours: what the case itself says, and nothing else. */
export function markRequest(request: RawRequest, aCase: Case, marking: Marking): MarkedRequest {
  const { method, target, headers, body } = request
  const [path, query] = splitOnce(target, '?')
  const marked = { case: aCase, api: marking.api, parameters: marking.parameters ?? {} }
  return {
    method,
    target: [...markPath(path, marked), ...(query === undefined ? [] : [ours('?'), ...markQuery(query, marked)])],
    headers: headers.map(([name, value]) => [name, markHeader(name, value, headers, marked)] as const),
    ...(body === undefined ? {} : { body: markBody(Buffer.from(body).toString(), aCase) }),
  }
}

type Marked = Required<Marking> & { readonly case: Case }

const ours = (text: string): Piece => ({ ours: text })

function markPath(path: string, marked: Marked): Piece[] {
  const { operation, send } = marked.case
  const names: string[] = []
  const [template = ''] = operation.path.split('#')
  const pattern = template
    .split(/(\{[^{}]*\})/)
    .map((part) => {
      if (!part.startsWith('{')) return pathLiteral(part).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      names.push(part.slice(1, -1))
      return '([^/]*)'
    })
    .join('')
  const match = new RegExp(`^(.*)${pattern}$`).exec(path)
  if (match === null) return [{ token: '<path>', variable: 'PATH_OF_REQUEST', value: path }]
  const [, front = '', ...values] = match
  const pieces: Piece[] = [ours(front)]
  const literals = template.split(/\{[^{}]*\}/).map(pathLiteral)
  literals.forEach((literal, index) => {
    pieces.push(ours(literal))
    const [name, value] = [names[index], values[index]]
    if (name !== undefined && value !== undefined)
      pieces.push(isOurs(send.path, name, marked) ? ours(value) : outside(value, name))
  })
  return pieces
}

function markQuery(query: string, marked: Marked): Piece[] {
  const secrets = secretNames(marked.case.operation, 'query')
  const { query: sent = {} } = marked.case.send
  return query.split('&').flatMap((pair, index) => {
    const [encoded, value = ''] = splitOnce(pair, '=')
    const name = decoded(encoded)
    const start = ours(`${index === 0 ? '' : '&'}${encoded}${pair.includes('=') ? '=' : ''}`)
    if (secrets.has(name) && !Object.hasOwn(sent, name)) return [start, secret(value, 'KEY', marked.api)]
    const isOutside = isGiven(name, sent[name], marked) || (usesState(sent) && !isOurs(sent, name, marked))
    return [start, isOutside ? outside(value, name) : ours(value)]
  })
}

function markHeader(name: string, value: string, all: RawRequest['headers'], marked: Marked): Piece[] {
  const { send, operation } = marked.case
  const lower = name.toLowerCase()
  const sent = Object.keys(send.headers ?? {}).find((each) => each.toLowerCase() === lower)
  const isTwice = all.filter(([each]) => each.toLowerCase() === lower).length > 1
  const isPlain = ['accept', 'content-type', 'prefer'].includes(lower)
  if (!isTwice && !SECRET_HEADERS.has(lower)) {
    if (sent === undefined ? isPlain : isOurs(send.headers, sent, marked)) return [ours(value)]
    if (sent !== undefined) return [outside(value, name)]
  }
  return markCredential([name, value], secretNames(operation, 'header'), marked.api)
}

/** A header that says who sends: its scheme is ours, the rest is secret. `keys` are names of API keys, in lower case. */
export function markCredential(
  [name, value]: readonly [name: string, value: string],
  keys: ReadonlySet<string>,
  api: string,
): Piece[] {
  const scheme = /^(Bearer|Basic) (.*)$/i.exec(value)
  if (name.toLowerCase() === 'authorization' && scheme !== null) {
    const [, word = '', rest = ''] = scheme
    return [ours(`${word} `), secret(rest, word.toLowerCase() === 'basic' ? 'BASIC' : 'TOKEN', api)]
  }
  return [secret(value, keys.has(name.toLowerCase()) ? 'KEY' : variableOf(name), api)]
}

const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/** Names of the API keys of an operation that go into a place; those of headers in lower case. */
export function secretNames({ security }: Pick<Operation, 'security'>, place: 'header' | 'query'): ReadonlySet<string> {
  const names = security
    .flatMap(({ schemes }) => schemes)
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === place)
    .map(({ parameter = '' }) => (place === 'header' ? parameter.toLowerCase() : parameter))
  return new Set(names)
}

/** What a garbled credential says is ours, and worth seeing. */
function secret(value: string, variable: string, api: string): Piece {
  if (isGarbled(value)) return ours(value)
  return { token: '<secret>', variable: `${variableOf(api)}_${variable}`, value }
}

function markBody(text: string, { send }: Case): Piece[] {
  if (send.raw !== undefined) return [ours(text)]
  if (send.body === undefined) return [{ token: typedToken(text), variable: 'BODY', value: text }]
  if (!usesState(send.body)) return [ours(text)]
  try {
    return merged(markValue(JSON.parse(text) as Json, send.body, 'body'))
  } catch {
    return [{ token: typedToken(text), variable: 'BODY', value: text }]
  }
}

/** Writes a value as `JSON.stringify` does; where its scenario has a `$state`, what stands there is from outside. */
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
  const inQuotes = JSON.stringify(value)
  const piece = {
    token: typedToken(value),
    variable: variableOf(name),
    value: typeof value === 'string' ? inQuotes.slice(1, -1) : inQuotes,
  }
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

function isOurs(values: JsonObject | undefined, name: string, marked: Marked): boolean {
  const value = values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
  return value !== undefined && !usesState(value) && !isGiven(name, value, marked)
}

/** Whether a value is what a user gave for that parameter, or holds it. */
function isGiven(name: string, value: Json | undefined, { parameters }: Marked): boolean {
  const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (given === undefined || given === '' || value === undefined) return false
  return (typeof value === 'string' ? value : JSON.stringify(value)).includes(given)
}

function outside(encoded: string, name: string): Piece {
  return { token: typedToken(decoded(encoded)), variable: variableOf(name), value: encoded }
}

/** `appointmentId` → `APPOINTMENT_ID`. */
export function variableOf(name: string): string {
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
