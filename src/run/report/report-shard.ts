import { becauseUnreached, ofOperation } from '../../report/reach.ts'
import type { RunReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { blockUnreachableOperations, type ReachedStatuses } from './block-unreachable-operations.ts'

/**
 * The report of a shard. If an operation only got statuses such as 401, 403 or 404, one shard cannot decide whether it
 * is reachable; only `merge` can. Therefore the report contains both readings of the operation. Until the merge it counts as
 * reachable, or as blocked if it has findings, because a finding of an unreachable operation would be false.
 */
export function reportShard(
  judgements: readonly Judgement[],
  reached: readonly ReachedStatuses[],
  report: (judgements: readonly Judgement[]) => RunReport,
): RunReport {
  if (reached.length === 0) return report(judgements)
  const withFindings = new Set(
    judgements
      .filter(({ findings }) => findings.some(({ level }) => level === 'error'))
      .map(({ execution }) => execution.case.operation),
  )
  const run = report(
    blockUnreachableOperations(
      judgements,
      reached.filter(({ operation }) => withFindings.has(operation)),
    ),
  )
  const open = reached.some(({ next }) => next !== undefined)
  const other = open
    ? report(
        blockUnreachableOperations(
          judgements,
          reached.filter(({ operation }) => !withFindings.has(operation)),
        ),
      )
    : run
  const reach = reached.map(({ operation, statuses, next }) => ({
    operation: operation.id,
    statuses,
    ...(next === undefined
      ? {}
      : {
          open: {
            shown: withFindings.has(operation) ? ('unreached' as const) : ('reached' as const),
            because: becauseUnreached(operation.id, statuses, next),
            next,
            otherwise: ofOperation(other, operation.id),
          },
        }),
  }))
  return { ...run, reach }
}
