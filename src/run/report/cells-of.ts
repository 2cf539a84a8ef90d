import type { Operation } from '../../operations/operation.ts'
import type { Cell } from '../../report/report.ts'
import type { ClauseOutcome } from '../../verdicts/coverage.ts'

/**
 * Returns the cells for one operation in the report's table of statuses: one cell per documented status. `brokenAt`
 * lists the statuses with a finding.
 */
export function cellsOf(
  operation: Operation,
  outcomes: readonly ClauseOutcome[],
  brokenAt: ReadonlySet<string>,
): Cell[] {
  return operation.responses.map(({ status }) => {
    const under = outcomes.filter(({ clause }) => clause.status === status)
    return {
      operation: operation.id,
      method: operation.method,
      path: operation.path,
      status,
      ...stateOf(operation, status, under, brokenAt.has(status)),
    }
  })
}

function stateOf(
  operation: Operation,
  status: string,
  under: readonly ClauseOutcome[],
  isBroken: boolean,
): Pick<Cell, 'state' | 'because'> {
  if (isBroken || under.some(({ state }) => state === 'failed')) return { state: 'failed' }
  if (under.some(({ state }) => state === 'disproved')) return { state: 'disproved' }
  const own = under.find(({ clause }) => clause.kind === 'status')
  if (own?.state === 'passed' && hasBody(operation, status) && !under.some(checksField)) {
    return { state: 'passed', because: 'status only' }
  }
  return { state: own?.state ?? 'not-run', ...(own?.because === undefined ? {} : { because: own.because }) }
}

/** True for a 2xx status whose response may have a body. RFC 9110 §6.4.1. */
function hasBody({ method }: Operation, status: string): boolean {
  return status.startsWith('2') && status !== '204' && status !== '205' && method !== 'HEAD'
}

function checksField({ clause, state }: ClauseOutcome): boolean {
  return state === 'passed' && FIELD_KINDS.has(clause.kind) && !clause.pointer.includes('/headers/')
}

const FIELD_KINDS: ReadonlySet<string> = new Set(['keyword', 'enum-member', 'nullable', 'invariant', 'update'])
