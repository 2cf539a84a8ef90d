import { isAnswer } from '../../exchanges/exchange.ts'
import { credentialOptions } from '../../exchanges/missing-credentials.ts'
import type { Target } from '../../targets/target.ts'
import type { Operation } from '../../operations/operation.ts'
import { becauseUnreached } from '../../report/reach.ts'
import type { Next } from '../../report/report.ts'
import { SERVER_DATA } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/** The statuses that valid requests of an operation got. */
export interface ReachedStatuses {
  readonly operation: Operation
  readonly statuses: readonly number[]
  /** Advice for the user; absent if a status shows that the operation is reachable. */
  readonly next?: readonly Next[]
}

/**
 * On a live server without provider states, the statuses that valid requests of each operation got. An operation that
 * got only 401, 403, 404 and other statuses that depend on server data was not reached.
 */
export function listReached(
  judgements: readonly Judgement[],
  { name, shows, baseUrl }: Pick<Target, 'name' | 'shows' | 'baseUrl'>,
): ReachedStatuses[] {
  if (name !== 'live' || shows.state) return []
  const statuses = new Map<Operation, Set<number>>()
  for (const { execution } of judgements) {
    const status = statusOf(execution)
    if (status === undefined || !isFromPartner(execution)) continue
    const { operation } = execution.case
    statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status))
  }
  return [...statuses].map(([operation, seen]) => {
    const isUnreached = [...seen].every((status) => SERVER_DATA.has(status)) && !isOnlyRefused(operation)
    return { operation, statuses: [...seen], ...(isUnreached ? { next: nextFor(operation, baseUrl) } : {}) }
  })
}

/** Blocks the cases of operations that were not reached: their responses prove nothing. */
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
    // The response to an undocumented method does not depend on server data.
    if (because === undefined || execution.case.expect.kind === 'unsupported-method') return judgement
    if (execution.without !== undefined) return judgement
    return { execution, verdict: 'blocked', because, findings: [], exercised: [] }
  })
}

function statusOf({ exchange }: Judgement['execution']): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}

function isFromPartner({ case: { as, expect } }: Judgement['execution']): boolean {
  return as === 'partner' && expect.kind !== 'unsupported-method'
}

/** Statuses of a request that conflicts with the state of the server. */
const STATE_CONFLICTS: readonly number[] = [409, 410, 412, 423, 428]

/** True if the document has no other status for the operation. */
function isOnlyRefused({ responses }: Operation): boolean {
  return responses.every(({ status }) => SERVER_DATA.has(Number(status)))
}

function nextFor(operation: Operation, baseUrl: string): Next[] {
  return [
    { on: [401, 403], say: `give credentials that may call it with ${credentialOptions(operation)}` },
    { on: [404], say: existingPath(operation, baseUrl) },
    { on: [429], say: 'send fewer requests with --rate 1/s' },
    { on: STATE_CONFLICTS, say: 'put the server into a state that allows it, by hand or with a --setup module' },
  ]
}

function existingPath({ parameters }: Operation, baseUrl: string): string {
  const names = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  const where = `check that the API starts at ${baseUrl}`
  return names.length === 0
    ? where
    : `give values that exist with ${names.map((name) => `--param ${name}=…`).join(' ')}, and ${where}`
}
