import { becauseUnreached, ofOperation } from '../../report/reach.ts'
import type { RunReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { blockUnreachableOperations, type ReachedStatuses } from './block-unreachable-operations.ts'

/**
 * Makes the report of a shard. If an operation got only statuses such as 401, 403 or 404, one shard cannot decide
 * whether the operation is reachable. `merge` decides it from all shards, so this report contains the results for both
 * possibilities. Until then, an operation without findings counts as reachable. An operation with findings counts as
 * blocked, because the findings are false if no shard can reach the operation.
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
