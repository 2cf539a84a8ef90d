import type { Case } from '../cases/case.ts'
import { isJson } from '../operations/media-types.ts'
import { headerOf, type Exchange, type RawRequest } from '../exchanges/exchange.ts'
import { parseExactly, type Json, type JsonObject } from '../json.ts'
import { parseParameter } from '../operations/read/parse-parameter.ts'
import type { Rule } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import type { Sent, Execution } from '../evidence/execution.ts'
import type { Found } from './find-operation.ts'

/** Rules that depend on the reason why a case was sent. A recording does not contain this reason. */
const NEED_INTENT: ReadonlySet<string> = new Set([
  'unsupported_method',
  'not_a_server_error',
  'ignored_auth',
  'scenario_expectation',
  'positive_data_acceptance',
  'missing_required_header',
  'negative_data_rejection',
])

/** Rules that compare the response with the request. A server with fixed responses would violate them. */
const NEED_MEMORY: ReadonlySet<string> = new Set([
  'instant_preserved',
  'partial_update_frame',
  'resource_identity',
  'sent_value_returned',
])

/** Returns the rules for recorded exchanges. `remembers` is true if the server stores updates. */
export function recordedRules(remembers: boolean): readonly Rule[] {
  return rules.filter(({ id }) => !NEED_INTENT.has(id) && (remembers || !NEED_MEMORY.has(id)))
}

/**
 * Makes an execution from a recorded exchange. `has` says whether the recording contains the request, and whether the
 * server stores updates.
 */
export function recordedExecution(
  found: Found,
  exchange: Exchange,
  has: { request: boolean; state: boolean },
): Execution {
  const { operation } = found
  const aCase: Case = {
    path: `${operation.id}/recorded`,
    operation,
    maker: 'recording',
    title: 'answers as documented',
    as: 'partner',
    send: {},
    expect: { kind: 'documented' },
    proves: [],
  }
  return {
    case: aCase,
    target: { name: 'live', shows: { state: has.state, auth: 'full' } },
    exchange,
    ...(has.request ? { sent: sentIn(found, exchange.request) } : {}),
  }
}

function sentIn({ operation, path }: Found, request: RawRequest): Sent {
  const places = { path: {}, query: {}, header: {}, cookie: {} } as Record<string, Record<string, Json>>
  const query = request.target.split('?').slice(1).join('?')
  for (const parameter of operation.parameters) {
    const { name } = parameter
    const text = { path: path[name], query, header: headerOf(request, name), cookie: headerOf(request, 'cookie') }[
      parameter.in
    ]
    const value = text === undefined ? undefined : parseParameter(parameter, text)
    if (value !== undefined) Object.assign(places[parameter.in] ?? {}, { [name]: value })
  }
  const body = bodyOf(request)
  const at = (place: string): JsonObject => places[place] ?? {}
  return { path: at('path'), query: at('query'), headers: at('header'), ...(body === undefined ? {} : { body }) }
}

function bodyOf(request: RawRequest): Json | undefined {
  const contentType = headerOf(request, 'content-type')
  if (request.body === undefined || contentType === undefined || !isJson(contentType)) return undefined
  try {
    return parseExactly(new TextDecoder().decode(request.body))
  } catch {
    return undefined
  }
}
