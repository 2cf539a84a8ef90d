import type { Document } from '../../document/document.ts'
import type { ContractError } from '../../errors.ts'
import { listClauses } from '../../clauses/list-clauses.ts'
import type { TargetKind } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { describeDocument } from '../../report/describe-document.ts'
import type { RunReport } from '../../report/report.ts'

/**
 * Returns the report of a run that could not start. In this report, every clause is blocked, and the error is the
 * reason.
 */
export function failedRun(of: {
  readonly api: string
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly kind: TargetKind
  readonly now: string
  /** The URL of the target, if known. */
  readonly baseUrl?: string
  readonly error: ContractError
}): RunReport {
  const { api, document, operations, kind, now, error, baseUrl = '' } = of
  const because = error.message.split('\n')[0] ?? error.code
  const clauses = operations.flatMap((operation) => listClauses(operation))
  return {
    api,
    target: kind,
    baseUrl,
    now,
    document: describeDocument(document),
    verdict: 'error',
    because: [error.message.replaceAll(/ *\n +/g, '; ').replaceAll(/ {2,}/g, ' ')],
    counts: {
      cases: 0,
      requests: 0,
      controlRequests: 0,
      passed: 0,
      failed: 0,
      blocked: clauses.length,
      notRun: 0,
      notApplicable: 0,
    },
    coverage: { clauses: clauses.length, reachable: clauses.length, exercised: 0, policy: 0 },
    cells: operations.flatMap(({ id, method, path, responses }) =>
      responses.map(({ status }) => ({ operation: id, method, path, status, state: 'blocked' as const, because })),
    ),
    clauses: clauses.map(({ id, operation, pointer, definedAt, kind: clauseKind, source }) => ({
      id,
      operation,
      pointer,
      definedAt,
      kind: clauseKind,
      source,
      state: 'blocked',
      because,
      by: [],
    })),
    cases: [],
    findings: [],
  }
}
