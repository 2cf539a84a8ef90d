import { clauseId } from '../../clauses/list-clauses.ts'
import type { Access, Operation, SecurityRequirement, SecurityScheme } from '../../operations/operation.ts'
import type { Case } from '../case.ts'
import { draft, sendOf, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { asksForCredentials, lockedOutStatuses } from './without-credentials.ts'

const ID = 'security'

/**
 * Makes a case for each security alternative (item of `security`). It sends the credentials of the alternative, or no
 * credentials if the alternative needs none. If an alternative has several schemes, further cases leave out or change
 * one credential. OpenAPI 3.1.1 §4.8.30.
 */
export const securityAlternatives: Maker = {
  id: ID,
  make(operation, base, context) {
    if (context.shows.auth === 'none') return []
    const all = [...new Map(operation.security.map((each) => [each.pointer, each])).values()]
    const met = all.filter((each) => inRequest(each).length > 0 && context.meets?.(each) !== false)
    const open = all.length > 1 ? all.filter(({ schemes }) => schemes.length === 0) : []
    return [
      ...[...(met.length > 1 ? met : []), ...open].map((each) => accepted(operation, base, each)),
      ...(asksForCredentials(operation) ? met.flatMap((each) => refused(operation, base, context, each, met[0])) : []),
    ]
  },
}

function accepted(operation: Operation, base: BaseRequest, { pointer, schemes }: SecurityRequirement): Case {
  const clause = clauseId(operation, pointer)
  return draft(ID, operation, base, {
    name: nameOf(pointer),
    title:
      schemes.length === 0 ? 'accepts a request without credentials' : `accepts credentials of ${namesOf(schemes)}`,
    send: sendOf(base),
    access: { alternative: pointer },
    expect: { kind: 'accepted' },
    proves: [clause],
    about: clause,
  })
}

/**
 * Returns the cases in which credentials of one security alternative are missing or changed. Returns no cases for the
 * default alternative if it has one scheme, because `withoutCredentials` makes these cases.
 */
function refused(
  operation: Operation,
  base: BaseRequest,
  { roles, shows }: PlanContext,
  alternative: SecurityRequirement,
  byDefault: SecurityRequirement | undefined,
): Case[] {
  const schemes = inRequest(alternative)
  const isCombined = schemes.length > 1
  const single = schemes.filter((scheme) => isCombined && isNeeded(operation, alternative, scheme))
  const canChange = roles.includes('unknown') && shows.auth === 'full'
  const changed = !canChange
    ? []
    : isCombined
      ? single.map((scheme) => [scheme])
      : alternative === byDefault
        ? []
        : [schemes]
  return [
    ...single.map((scheme) => lockedOut('missing', [scheme])),
    ...changed.map((each) => lockedOut('changed', each)),
  ]

  function lockedOut(kind: NonNullable<Access['defect']>['kind'], bad: readonly SecurityScheme[]): Case {
    const role = kind === 'missing' ? 'anonymous' : 'unknown'
    const names = bad.map(({ name }) => name)
    return draft(ID, operation, base, {
      name: `${nameOf(alternative.pointer)}/${kind}/${names.join('+')}`,
      title: `refuses ${kind} credentials of ${namesOf(bad)}`,
      as: role,
      send: sendOf(base),
      access: { alternative: alternative.pointer, defect: { kind, schemes: names } },
      expect: { kind: 'locked-out', role, statuses: lockedOutStatuses(operation, role) },
      proves: [clauseId(operation, alternative.pointer)],
    })
  }
}

/**
 * True if the server must refuse a request without the credential of `scheme`, because the remaining credentials
 * satisfy no alternative.
 */
function isNeeded({ security }: Operation, { schemes }: SecurityRequirement, scheme: SecurityScheme): boolean {
  const rest = new Set(schemes.filter((each) => each !== scheme).map(({ name }) => name))
  return !security.some((other) => other.schemes.every(({ name }) => rest.has(name)))
}

/**
 * Returns the schemes whose credentials are a part of the request. Leaves out client certificates, because they belong
 * to the connection.
 */
function inRequest({ schemes }: SecurityRequirement): SecurityScheme[] {
  return schemes.filter(({ type }) => type !== 'mutualTLS')
}

function nameOf(pointer: string): string {
  return pointer.replace(/^\/security\//, '')
}

function namesOf(schemes: readonly SecurityScheme[]): string {
  return schemes.map(({ name }) => `\`${name}\``).join(' and ')
}
