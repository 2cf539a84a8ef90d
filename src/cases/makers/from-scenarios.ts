import { isDeepStrictEqual } from 'node:util'
import { clauseId } from '../../clauses/list-clauses.ts'
import type { Scenario, Role } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Case, Expectation } from '../case.ts'
import { cookieHeader, draft, sendOf, type Maker } from '../maker.ts'
import type { BaseRequest } from '../plan-context.ts'

const ID = 'scenario'

/** Makes one case for each role of each scenario. */
export const fromScenarios: Maker = {
  id: ID,
  make(operation, base, context) {
    if (!context.shows.state || !context.hasStates) return []
    return operation.scenarios.flatMap((scenario) =>
      scenario.as.map((role) => fromScenario(operation, base, scenario, role)),
    )
  },
}

function fromScenario(operation: Operation, base: BaseRequest, scenario: Scenario, role: Role): Case {
  const { id, status, given, send, then, accept, source } = scenario
  const as = role === 'partner' ? '' : ` to ${role}`
  const response = operation.responses.find((each) => each.status === status)
  const expect: Expectation = { kind: 'status', status, accept, then }
  return draft(ID, operation, base, {
    name: `${status}/${id}${scenario.as.length > 1 || role !== 'partner' ? `/${role}` : ''}`,
    title: `answers ${status}${as}: ${id.replaceAll('-', ' ')}`,
    ...(given === undefined ? {} : { given }),
    as: role,
    ...(isSentByPartnerFirst(base, scenario, role) ? { first: sendOf(base), firstAs: 'partner' } : {}),
    verbatim: false,
    send: {
      ...send,
      query: { ...base.query, ...send.query },
      headers: { ...base.headers, ...cookieHeader(base), ...send.headers },
      ...(send.contentType === undefined && base.contentType !== undefined ? { contentType: base.contentType } : {}),
    },
    expect,
    ...(source === undefined ? {} : { source }),
    proves: response === undefined ? [] : [clauseId(operation, response.pointer)],
  })
}

/**
 * True if `partner` must send the request first, and then `other-partner` the same request. This detects a server that
 * caches the access of `partner` and then also grants it to `other-partner`.
 */
function isSentByPartnerFirst(base: BaseRequest, { status, given }: Scenario, role: Role): boolean {
  return role === 'other-partner' && status.startsWith('4') && isDeepStrictEqual(given, base.given)
}
