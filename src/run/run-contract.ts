import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../cases/case.ts'
import type { Plan } from '../cases/plan-cases.ts'
import { ANOTHER_SHARD } from '../report/join-states.ts'
import type { RunReport } from '../report/report.ts'
import { contractOf } from '../evidence/contract.ts'
import type { Judgement } from '../verdicts/judge.ts'
import type { Execution } from '../evidence/execution.ts'
import { executeCase, type ExecuteCase } from './execute/execute-case.ts'
import { countWrites } from './count-writes.ts'
import { executeCaseGroup } from './execute/execute-case-group.ts'
import { exploreRun } from './explore/explore-run.ts'
import { followLinks, type Linked } from './execute/follow-links.ts'
import { inPool } from './execute/in-pool.ts'
import { judgeOrBlock } from './execute/judge-or-block.ts'
import { groupCasesByState } from './execute/group-cases-by-state.ts'
import { pace } from './execute/pace.ts'
import { planRun } from './plan-run.ts'
import type { RunEvent } from './run-event.ts'
import { reportRun } from './report/report-run.ts'
import { reportShard } from './report/report-shard.ts'
import type { RunSettings } from './run-settings.ts'
import { shrinkFindings } from './explore/shrink-findings.ts'
import { STOPPED, stopConditions } from './execute/stop-conditions.ts'
import { blockUnreachableOperations, listReached } from './report/block-unreachable-operations.ts'
import { detectFlakyResponses } from './execute/detect-flaky-responses.ts'

/** Plans, sends, judges, and folds what came into a report. Listeners hear of each step. */
export async function runContract(
  settings: RunSettings,
  listen: (event: RunEvent) => void = () => {},
): Promise<RunReport> {
  const { api, operations, clock, rules, ratePerSecond, bail, budgetMilliseconds, signal } = settings
  const target =
    ratePerSecond === undefined
      ? settings.target
      : pace(settings.target, ratePerSecond, waiting(signal), () => clock.elapsed())
  const contracts = new Map(operations.map((operation) => [operation.id, contractOf(operation)]))
  const plan = planRun(settings)
  const explored = await exploreRun(settings, plan)
  const cases = [...plan.cases, ...explored.cases]
  const total = cases.length
  const stop = stopConditions({
    bail,
    elapsed: () => clock.elapsed(),
    ...(budgetMilliseconds === undefined ? {} : { budgetMilliseconds }),
    ...(signal === undefined ? {} : { signal }),
  })
  listen({ kind: 'planned', api, target: target.name, total, writes: countWrites(operations, plan) })
  const judged = new Map<string, Judgement>()
  const judgeAll = (executions: readonly Execution[]): void => {
    for (const execution of executions) {
      const contract = contracts.get(execution.case.operation.id)
      if (contract === undefined) continue
      const judgement = judgeOrBlock(contract, execution, rules)
      // What was tried twice is as bad as it was at its worst.
      if (judged.get(execution.case.path)?.verdict === 'failed' && judgement.verdict !== 'failed') continue
      judged.set(execution.case.path, judgement)
      stop.hear(judgement)
      listen({ kind: 'judged', api, target: target.name, done: judged.size, total, judgement })
    }
  }
  judgeAll(
    notRun(
      cases.filter((_, index) => !isOfShard(index, settings.shard)),
      target,
      ANOTHER_SHARD,
    ),
  )
  const own = cases.filter((_, index) => isOfShard(index, settings.shard))
  const unlinked = { ...settings, target, stopConditions: stop }
  const links =
    target.name === 'live' && !target.shows.state
      ? await followLinks(casesToLink(settings, plan), (aCase, linked) => callLink(aCase, { ...unlinked, linked }))
      : NO_LINKS
  const context = { ...unlinked, linked: links.values }
  await inPool(groupCasesByState(own, target.shows.state), settings.concurrency, async (unit) => {
    const because = stop.reason(unit.cases[0]?.operation)
    judgeAll(because === undefined ? await executeCaseGroup(unit, context) : notRun(unit.cases, target, because))
  })
  const judgements = withoutTheStopped(
    cases.flatMap((aCase) => judged.get(aCase.path) ?? []),
    signal,
  )
  const reached = listReached(judgements, target)
  const isShard = settings.shard !== undefined
  const known = isShard ? judgements : blockUnreachableOperations(judgements, reached)
  const settled = await detectFlakyResponses(known, context, contracts)
  const shrunk = await shrinkFindings(settled, explored, async (aCase) => {
    if (stop.reason(aCase.operation) !== undefined) return undefined
    const [execution] = await executeCaseGroup({ cases: [aCase], refused: false }, context)
    const contract = contracts.get(aCase.operation.id)
    return execution === undefined || contract === undefined ? undefined : judgeOrBlock(contract, execution, rules)
  })
  const report = (judged: readonly Judgement[]): RunReport =>
    reportRun(settings, {
      contracts: [...contracts.values()],
      plan,
      judgements: judged,
      givenUp: stop.givenUp(),
      linkRequests: links.requests,
      shrunk,
    })
  const run = isShard ? reportShard(settled, reached, report) : report(settled)
  listen({ kind: 'finished', run })
  return run
}

const NO_LINKS: Linked = { values: new Map(), requests: 0 }

/** Waits, but no longer than the run goes on. */
function waiting(signal: AbortSignal | undefined): (milliseconds: number) => Promise<void> {
  return (milliseconds) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
}

/** One case that is sent again takes its path from what others link to, and they are not sent with it. */
function casesToLink({ only, ...whole }: RunSettings, plan: Plan): readonly Case[] {
  return only === undefined ? plan.cases : planRun(whole).cases
}

/** Calls what others link to, as long as the run goes on. */
async function callLink(aCase: Case, context: ExecuteCase): Promise<Execution> {
  const because = context.stopConditions?.lost(aCase.operation)
  const [execution] = because === undefined ? [] : notRun([aCase], context.target, because)
  return execution ?? executeCase(aCase, {}, context)
}

/** What was under way when somebody stopped the run is no fault of the server. */
function withoutTheStopped(judgements: readonly Judgement[], signal: AbortSignal | undefined): readonly Judgement[] {
  if (signal?.aborted !== true) return judgements
  return judgements.map((judgement) =>
    judgement.verdict === 'blocked' ? { ...judgement, verdict: 'not-run', because: STOPPED } : judgement,
  )
}

/** A shard's are every n-th case of the whole plan. */
function isOfShard(index: number, shard: RunSettings['shard']): boolean {
  return shard === undefined || index % shard.of === shard.index - 1
}

function notRun(cases: readonly Case[], target: RunSettings['target'], because: string): Execution[] {
  const facts = { name: target.name, shows: target.shows }
  return cases.map((aCase) => ({ case: aCase, target: facts, without: { kind: 'not-run', because } }))
}
