import { clauseId } from '../../clauses/list-clauses.ts'
import { ROLES, type Role } from '../../operations/annotations.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation } from '../../operations/operation.ts'
import { draft, sendOf, type Maker } from '../maker.ts'

const ID = 'credentials'

/**
 * Makes cases that send the base request with missing, malformed and insufficient credentials. Leaves out each kind for
 * which a scenario exists.
 */
export const withoutCredentials: Maker = {
  id: ID,
  title: 'missing, malformed or insufficient credentials',
  make(operation, base, context) {
    // Without given credentials, only a read is sent, because the server may accept a write.
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
 * True if every security alternative requires credentials in the request. A client certificate belongs to the
 * connection, so it may authenticate a request that carries no credentials.
 */
export function asksForCredentials({ security }: Operation): boolean {
  return security.length > 0 && security.every(({ schemes }) => schemes.some(({ type }) => type !== 'mutualTLS'))
}

/** True if every security alternative requires a scope. */
function asksForScopes({ security }: Operation): boolean {
  return security.every(({ schemes }) => schemes.some(({ scopes }) => scopes.length > 0))
}

/** Returns the statuses of the scenarios for a role. If there is no such scenario, returns 401 and 403. */
export function lockedOutStatuses(operation: Operation, role: Role): string[] {
  const statuses = operation.scenarios
    .filter((scenario) => scenario.as.includes(role))
    .map((scenario) => scenario.status)
  return statuses.length > 0 ? [...new Set(statuses)] : ['401', '403']
}
