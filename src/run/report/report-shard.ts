import { becauseUnreached, ofOperation } from '../../report/reach.ts'
import type { RunReport } from '../../report/report.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { blockUnreachableOperations, type Reached } from './block-unreachable-operations.ts'

/**
 * The report of a shard. It cannot know whether an operation is reached of which it saw nothing but answers of the
 * server's world: the merge can, so what it would say of that operation otherwise is in its report too. Meanwhile it is
 * taken as reached, unless something is found: nobody is accused of what may be blocked.
 */
export function reportShard(
  judgements: readonly Judgement[],
  reached: readonly Reached[],
  report: (judgements: readonly Judgement[]) => RunReport,
): RunReport {
  if (reached.length === 0) return report(judgements)
  const accused = new Set(
    judgements
      .filter(({ findings }) => findings.some(({ level }) => level === 'error'))
      .map(({ execution }) => execution.case.operation),
  )
  const run = report(
    blockUnreachableOperations(
      judgements,
      reached.filter(({ operation }) => accused.has(operation)),
    ),
  )
  const open = reached.some(({ next }) => next !== undefined)
  const other = open
    ? report(
        blockUnreachableOperations(
          judgements,
          reached.filter(({ operation }) => !accused.has(operation)),
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
            told: accused.has(operation) ? ('unreached' as const) : ('reached' as const),
            because: becauseUnreached(operation.id, statuses, next),
            next,
            otherwise: ofOperation(other, operation.id),
          },
        }),
  }))
  return { ...run, reach }
}
