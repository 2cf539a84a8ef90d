import { percentDecode } from '../../operations/read/parse-parameter.ts'
import { pathLiteral } from '../../operations/path-literal.ts'
import type { Case } from '../../cases/case.ts'
import { usesState } from '../../cases/literals/literals.ts'
import { asText, isArray, isObject, parseExactly, stringifyJson, type Json, type JsonObject } from '../../json.ts'
import type { RawRequest } from '../../exchanges/exchange.ts'
import { typedToken } from '../typed-token.ts'
import { markCredential, otherUserOf, secret, SECRET_HEADERS, secretQueryNames } from './mark-credential.ts'
import { ownText, variableOf, type Piece } from './piece.ts'

/**
 * A request, split into pieces. A piece is a text that may be published, a value from a server or user, or a secret
 * (see `redaction.ts`).
 */
export interface MarkedRequest {
  readonly method: string
  readonly target: readonly Piece[]
  readonly headers: readonly (readonly [name: string, value: readonly Piece[]])[]
  readonly body?: readonly Piece[]
}

/** Further data that is needed to find out where a value comes from. */
export interface Marking {
  /** The prefix of shell variables that contain secrets. */
  readonly api: string
  /** The values of `--param`. They must not be published, although they occur in cases. */
  readonly parameters?: Readonly<Record<string, string>>
}

/**
 * Splits a request into pieces. Texts that the case `aCase` contains may be published. All other text comes from a
 * server or user, or is a secret.
 */
export function markRequest(request: RawRequest, aCase: Case, marking: Marking): MarkedRequest {
  const { method, target, headers, body } = request
  const [path, query] = splitOnce(target, '?')
  const isOther = aCase.journey !== undefined && aCase.as === 'other-partner'
  const api = isOther ? otherUserOf(marking.api) : marking.api
  const marked = { case: aCase, api, parameters: marking.parameters ?? {} }
  return {
    method,
    target: [...markPath(path, marked), ...(query === undefined ? [] : [ownText('?'), ...markQuery(query, marked)])],
    headers: headers.map(([name, value]) => [name, markHeader(name, value, headers, marked)] as const),
    ...(body === undefined ? {} : { body: markBody(Buffer.from(body).toString(), aCase) }),
  }
}

type Marked = Required<Marking> & { readonly case: Case }

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
  const pieces: Piece[] = [ownText(front)]
  const literals = template.split(/\{[^{}]*\}/).map(pathLiteral)
  literals.forEach((literal, index) => {
    pieces.push(ownText(literal))
    const [name, value] = [names[index], values[index]]
    if (name !== undefined && value !== undefined)
      pieces.push(isOurs(send.path, name, marked) ? ownText(value) : outside(value, name))
  })
  return pieces
}

function markQuery(query: string, marked: Marked): Piece[] {
  const secrets = secretQueryNames(marked.case.operation)
  const { query: sent = {} } = marked.case.send
  return query.split('&').flatMap((pair, index) => {
    const [encoded, value = ''] = splitOnce(pair, '=')
    const name = percentDecode(encoded)
    const start = ownText(`${index === 0 ? '' : '&'}${encoded}${pair.includes('=') ? '=' : ''}`)
    if (secrets.has(name) && !Object.hasOwn(sent, name)) return [start, secret(value, variableOf(name), marked.api)]
    const isReplaced = typeof sent[name] !== 'object' && sent[name] !== undefined && isOtherText(sent[name], value)
    const isOutside =
      isReplaced || isGiven(name, sent[name], marked) || (usesState(sent) && !isOurs(sent, name, marked))
    return [start, isOutside ? outside(value, name) : ownText(value)]
  })
}

/** True if a query parameter was sent with a value that differs from the value in the case. */
function isOtherText(sent: Json, encoded: string): boolean {
  return asText(sent) !== percentDecode(encoded) && asText(sent) !== encoded
}

function markHeader(name: string, value: string, all: RawRequest['headers'], marked: Marked): Piece[] {
  const { send } = marked.case
  const lower = name.toLowerCase()
  const sent = Object.keys(send.headers ?? {}).find((each) => each.toLowerCase() === lower)
  const isTwice = all.filter(([each]) => each.toLowerCase() === lower).length > 1
  const isPlain = ['accept', 'content-type', 'prefer'].includes(lower)
  if (!isTwice && !SECRET_HEADERS.has(lower)) {
    // For `If-Match`, the gate sends the last ETag of the server instead of the value in the case.
    const isOfServer = lower === 'if-match' && sent !== undefined && asText(send.headers?.[sent]) !== value
    if (isOfServer) return [outside(value, name)]
    if (sent === undefined ? isPlain : isOurs(send.headers, sent, marked)) return [ownText(value)]
    if (sent !== undefined) return [outside(value, name)]
  }
  return markCredential([name, value], marked.api)
}

function markBody(text: string, { send }: Case): Piece[] {
  if (send.raw !== undefined) return [ownText(text)]
  if (send.body === undefined) return [{ token: typedToken(text), variable: 'BODY', value: text }]
  if (!usesState(send.body) && !isJsonOfOthers(text, send.body)) return [ownText(text)]
  try {
    return merged(markValue(parseExactly(text), send.body, 'body'))
  } catch {
    return [{ token: typedToken(text), variable: 'BODY', value: text }]
  }
}

/** True if a JSON body contains values that are not in the case. The gate took them from responses of the server. */
function isJsonOfOthers(text: string, template: Json): boolean {
  if (!isObject(template) || !text.startsWith('{')) return false
  try {
    return isOther(parseExactly(text), template)
  } catch {
    return false
  }
}

/**
 * True if a value differs from the value in the case. False if the case has a placeholder there, such as `{ $time: …
 * }`.
 */
function isOther(value: Json, template: Json): boolean {
  const text = stringifyJson(template)
  return !text.includes('"$') && stringifyJson(value) !== text
}

/**
 * Splits a JSON value into pieces. A value that replaces a placeholder `{ $state: … }` comes from the server, so it
 * must not be published.
 */
function markValue(value: Json, template: Json | undefined, name: string): Piece[] {
  if (template !== undefined && !usesState(template) && !isOther(value, template))
    return [ownText(stringifyJson(value))]
  if (isObject(value) && isObject(template) && !isLiteral(template)) {
    return listed('{', '}', Object.entries(value), ([key, item]) => [
      ownText(`${stringifyJson(key)}:`),
      ...markValue(item, template[key], `${name}.${key}`),
    ])
  }
  if (isArray(value) && isArray(template)) {
    return listed('[', ']', [...value.entries()], ([index, item]) =>
      markValue(item, template[index], `${name}.${index}`),
    )
  }
  const inQuotes = stringifyJson(value)
  const piece = {
    token: typedToken(value),
    variable: variableOf(name),
    value: typeof value === 'string' ? inQuotes.slice(1, -1) : inQuotes,
  }
  return typeof value === 'string' ? [ownText('"'), piece, ownText('"')] : [piece]
}

const isLiteral = (template: JsonObject): boolean => Object.keys(template).some((key) => key.startsWith('$'))

function listed<T>(open: string, close: string, items: readonly T[], mark: (item: T) => Piece[]): Piece[] {
  return [
    ownText(open),
    ...items.flatMap((item, index) => [...(index === 0 ? [] : [ownText(',')]), ...mark(item)]),
    ownText(close),
  ]
}

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last !== undefined && 'ours' in last && 'ours' in piece)
      result[result.length - 1] = ownText(last.ours + piece.ours)
    else result.push(piece)
  }
  return result
}

function isOurs(values: JsonObject | undefined, name: string, marked: Marked): boolean {
  const value = values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined
  return value !== undefined && !usesState(value) && !isGiven(name, value, marked)
}

/** True if `value` is the user's value for the parameter `name`, or contains this value. */
function isGiven(name: string, value: Json | undefined, { parameters }: Marked): boolean {
  const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (given === undefined || given === '' || value === undefined) return false
  return (typeof value === 'string' ? value : stringifyJson(value)).includes(given)
}

function outside(encoded: string, name: string): Piece {
  return { token: typedToken(percentDecode(encoded)), variable: variableOf(name), value: encoded }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator)
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + separator.length)]
}
