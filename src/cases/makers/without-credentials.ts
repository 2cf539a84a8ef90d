import { clauseId } from '../../clauses/list-clauses.ts'
import { ROLES, type Role } from '../../operations/annotations.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation } from '../../operations/operation.ts'
import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'credentials'

/**
 * Makes cases with missing, malformed or insufficient credentials. If a scenario tests a role, no case is made for this
 * role.
 */
export const withoutCredentials: Maker = {
  id: ID,
  make(operation, base, context) {
    // If the user gave no credentials, only reads are sent, because the server might accept and execute a write.
    const isRead = context.target === 'live' && isSafeMethod(operation.method)
    if ((context.shows.auth === 'none' && !isRead) || !asksForCredentials(operation)) return []
    const roles: readonly Role[] = context.shows.auth === 'full' ? context.roles : ['anonymous']
    const scenarios = context.hasStates && context.shows.state ? operation.scenarios : []
    const sent = new Set(scenarios.flatMap((scenario) => scenario.as))
    const hasScopes = asksForScopes(operation) || operation.scenarios.some(({ as }) => as.includes('no-scope'))
    const others = ROLES.filter((role) => role !== 'partner' && (role !== 'no-scope' || hasScopes))
    return others
      .filter((role) => roles.includes(role) && !sent.has(role))
      .map((role) =>
        draft(ID, operation, base, {
          name: role,
          title: `refuses insufficient credentials: ${role}`,
          as: role,
          send: sendOf(base),
          expect: { kind: 'locked-out', role, statuses: lockedOutStatuses(operation, role) },
          proves: operation.security.map((requirement) => clauseId(operation, requirement.pointer)),
        }),
      )
  },
}

/**
 * True if every security alternative requires credentials in the request. A client certificate does not count, because
 * it belongs to the connection.
 */
export function asksForCredentials({ security }: Operation): boolean {
  return security.length > 0 && security.every(({ schemes }) => schemes.some(({ type }) => type !== 'mutualTLS'))
}

function asksForScopes({ security }: Operation): boolean {
  return security.every(({ schemes }) => schemes.some(({ scopes }) => scopes.length > 0))
}

/** Returns the statuses that the scenarios of a role expect. If there are no such scenarios, returns 401 and 403. */
export function lockedOutStatuses(operation: Operation, role: Role): string[] {
  const statuses = operation.scenarios
    .filter((scenario) => scenario.as.includes(role))
    .map((scenario) => scenario.status)
  return statuses.length > 0 ? [...new Set(statuses)] : ['401', '403']
}
