import { DEPENDING } from '../../cases/case.ts'
import { EMPTY } from '../../cases/maker.ts'
import { isSuccess } from '../../exchanges/exchange.ts'
import { credentialOptions } from '../../exchanges/credentials/missing-credentials.ts'
import type { Target } from '../../targets/target.ts'
import { responseFor, type Operation } from '../../operations/operation.ts'
import { becauseUnreached } from '../../report/reach.ts'
import type { Next } from '../../report/report.ts'
import { statusOf } from '../../evidence/execution.ts'
import { carriesCredentials, SERVER_DATA } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/** The statuses that the valid requests of an operation got. */
export interface ReachedStatuses {
  readonly operation: Operation
  readonly statuses: readonly number[]
  /** Advice for the user. Absent if one of the statuses shows that the operation works. */
  readonly next?: readonly Next[]
}

/**
 * Returns the statuses that the valid requests of each operation got. Only for a live server without provider states.
 * Adds advice if no status shows that the operation works, such as only 401 or 404.
 */
export function listReached(
  judgements: readonly Judgement[],
  { name, shows, baseUrl }: Pick<Target, 'name' | 'shows' | 'baseUrl'>,
): ReachedStatuses[] {
  if (name !== 'live' || shows.state) return []
  const statuses = new Map<Operation, Set<number>>()
  const keyed = new Set<Operation>()
  for (const { execution } of judgements) {
    const status = statusOf(execution)
    if (status === undefined || !isValidRequest(execution)) continue
    const { operation } = execution.case
    statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status))
    if (carriesCredentials({ operation, execution })) keyed.add(operation)
  }
  return [...statuses].map(([operation, seen]) => {
    const isUnreached = [...seen].every(
      (status) =>
        SERVER_DATA.has(status) || isPromised(operation, status) || isRedirectWithoutSuccess(operation, status),
    )
    const next = nextFor(operation, baseUrl, keyed.has(operation))
    return { operation, statuses: [...seen], ...(isUnreached ? { next } : {}) }
  })
}

/**
 * True if the operation documents only refusals and the status is one of them. The response conforms to the document,
 * but does not show that the operation can accept a request.
 */
function isPromised(operation: Operation, status: number): boolean {
  const isRefusal = status >= 400 && status < 500
  return isRefusal && operation.responses.every((response) => /^[45]/.test(response.status))
}

/**
 * True for a redirect or a 304 if the operation documents a 2xx. The response then does not show that the operation
 * works.
 */
function isRedirectWithoutSuccess(operation: Operation, status: number): boolean {
  return status >= 300 && status < 400 && operation.responses.some((response) => response.status.startsWith('2'))
}

/**
 * If an operation accepted no valid request, its responses prove nothing, so all its cases become blocked. Keeps
 * findings that do not depend on the server's data: an undocumented status, a leak, an accepted invalid request.
 */
export function blockUnreachableOperations(
  judgements: readonly Judgement[],
  reached: readonly ReachedStatuses[],
): readonly Judgement[] {
  const why = new Map(
    reached.flatMap(({ operation, statuses, next }) =>
      next === undefined ? [] : [[operation, becauseUnreached(operation.id, statuses, next)]],
    ),
  )
  return judgements.map((judgement) => {
    const { execution } = judgement
    const because = why.get(execution.case.operation)
    // If the document does not define the method, the response does not depend on the server's data. The judgement is
    // then kept.
    const { expect, journey } = execution.case
    if (because === undefined || expect.kind === 'unsupported-method' || DEPENDING.has(journey?.step)) return judgement
    if (execution.without !== undefined) return judgement
    const findings = judgement.findings.filter(({ rule }) => KEPT.has(rule) || isAcceptedDefect(judgement))
    if (findings.some(({ level }) => level === 'error')) return { ...judgement, findings }
    return { execution, verdict: 'blocked', because, findings, exercised: [] }
  })
}

/** True for a valid request with valid credentials. */
function isValidRequest({ case: { as, expect, journey, maker } }: Judgement['execution']): boolean {
  if (as !== 'partner' || maker === EMPTY || DEPENDING.has(journey?.step)) return false
  if (expect.kind === 'status') return expect.status.startsWith('2')
  return expect.kind === 'accepted' || expect.kind === 'documented'
}

const KEPT: ReadonlySet<string> = new Set(['status_code_conformance', 'error_body_leak', 'two_users'])

function isAcceptedDefect({ execution }: Judgement): boolean {
  const status = statusOf(execution) ?? 0
  return execution.case.expect.kind === 'refused' && isSuccess(status)
}

/** Statuses for requests that the current state of the server does not allow. */
const STATE_CONFLICTS: readonly number[] = [402, 409, 410, 412, 423, 424, 428, 451]

/** Statuses that refer the client to another resource or to a cached copy. */
const REDIRECTS: readonly number[] = [300, 301, 302, 303, 304, 307, 308]

/** Statuses for invalid requests. */
const INVALID: readonly number[] = [400, 405, 406, 413, 414, 415, 422]

function nextFor(operation: Operation, baseUrl: string, isKeyed: boolean): Next[] {
  const undocumented = [401, 403].filter((status) => isKeyed && responseFor(operation, status) === undefined)
  const documented = [401, 403].filter((status) => !undocumented.includes(status))
  return [
    { on: documented, say: `give credentials that may call the operation: ${credentialOptions(operation)}` },
    { on: undocumented, say: 'document this status, or find out why the server refuses these credentials' },
    { on: INVALID, say: 'document a 2xx response, or find out from the server which field is missing in the request' },
    { on: [404], say: existingPath(operation, baseUrl) },
    { on: REDIRECTS, say: 'find out why the server redirects the request and never sends the documented 2xx' },
    { on: [429], say: 'send fewer requests with --rate 1/s' },
    {
      on: STATE_CONFLICTS,
      say: 'put the server into a state that allows the request, yourself or with a --setup module',
    },
  ]
}

function existingPath({ parameters }: Operation, baseUrl: string): string {
  const names = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  const where = `check that ${baseUrl} is the base URL of the API`
  return names.length === 0
    ? where
    : `give values that exist with ${names.map((name) => `--param ${name}=…`).join(' ')}, and ${where}`
}
