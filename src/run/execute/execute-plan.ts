import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../../cases/case.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import { backOff, type BackOff } from '../../exchanges/back-off.ts'
import { contractOf, type OperationContract } from '../../evidence/contract.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import type { Target } from '../../targets/target.ts'
import { ANOTHER_SHARD } from '../../report/reach.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { hasDocumentedValues, parameterCompletions } from '../complete/complete-parameters.ts'
import { completions } from '../complete/completions.ts'
import { ownReferences } from '../complete/own-references.ts'
import { countWrites } from '../count-writes.ts'
import type { Explored } from '../explore/explore-run.ts'
import { gatherForRun, uniqueText } from '../gather/gather-for-run.ts'
import { basicCases } from '../gather/basic-cases.ts'
import { chosenIds } from '../gather/chosen-ids.ts'
import type { GatheredValues, MadeObject } from '../gather/gather-values.ts'
import { madeByCases } from '../gather/made-by-cases.ts'
import { gathersValues, graphOf } from '../gather/gathered-keys.ts'
import { executeJourneys } from '../journeys/execute-journeys.ts'
import { describeMissingValues, missingValues } from '../missing-values.ts'
import { countingTarget } from './counting-target.ts'
import type { RunEvent } from '../run-event.ts'
import type { RunSettings } from '../run-settings.ts'
import type { ExecuteCase } from './execute-case.ts'
import { executeCaseGroup } from './execute-case-group.ts'
import { groupCasesByState, type CaseGroup } from './group-cases-by-state.ts'
import { inOrder } from './pace/in-pool.ts'
import { judgeOrBlock } from './judge-or-block.ts'
import { mayWrite, orderCases } from './order-cases.ts'
import { pace } from './pace/pace.ts'
import { createdReads } from './read-created.ts'
import { secondReads } from './second-read.ts'
import { STOPPED, stopConditions, type StopConditions } from './pace/stop-conditions.ts'

/** The results of all cases of a plan. */
export interface ExecutedPlan {
  /** The verdicts of all cases, in plan order. */
  readonly judgements: readonly Judgement[]
  readonly contracts: ReadonlyMap<string, OperationContract>
  readonly context: ExecuteCase
  readonly stop: StopConditions
  /**
   * Returns the number of requests to the target so far, including repetitions. Requests that set up provider states do
   * not count.
   */
  requests(): number
  /**
   * The values of path parameters that came from responses, and the objects that the gate created to get these values.
   */
  readonly gathered: GatheredValues
  /** Returns those objects whose ids are known and that the run has created so far. */
  madeSince(): readonly MadeObject[]
  /** Sentences about path parameters without a value. */
  readonly missing: readonly string[]
  /** Sends and judges one more case after the plan. Returns undefined if the run must stop. */
  resend(aCase: Case): Promise<Judgement | undefined>
}

/** Sends all cases of a plan, including random ones, and judges each response. */
export async function executePlan(
  settings: RunSettings,
  { plan, explored }: { readonly plan: Plan; readonly explored: Explored },
  listen: (event: RunEvent) => void,
): Promise<ExecutedPlan> {
  const { api, operations, clock, shard, signal } = settings
  const counter = countingTarget(settings.target)
  const target = pacedTarget({ ...settings, target: counter.target })
  const contracts = new Map(operations.map((operation) => [operation.id, contractOf(operation)]))
  const cases = [...plan.cases, ...explored.cases]
  const total = cases.length
  const stop = stopConditions({
    ...settings,
    elapsed: () => clock.elapsed(),
    stopped: () => settings.target.stopped?.(),
  })
  const writes = countWrites(operations, cases, { unplanned: plan.unplanned, selects: target.selects })
  listen({ kind: 'planned', api, target: target.name, total, writes })
  const judged = new Map<string, Judgement>()
  const judgeOne = (execution: Execution): Judgement | undefined => {
    const contract = contracts.get(execution.case.operation.id)
    return contract === undefined ? undefined : judgeOrBlock(contract, execution, settings)
  }
  const judgeAll = (executions: readonly Execution[]): void => {
    for (const execution of executions) {
      const judgement = judgeOne(execution)
      if (judgement === undefined) continue
      // A case may be sent twice. If one of its two verdicts is `failed`, keeps this verdict.
      if (judged.get(execution.case.path)?.verdict === 'failed' && judgement.verdict !== 'failed') continue
      judged.set(execution.case.path, judgement)
      stop.record(judgement)
      listen({ kind: 'judged', api, target: target.name, done: judged.size, total, judgement })
    }
  }
  const isStateless = gathersValues(target)
  // Without provider states, the cases of one operation affect each other, so they all belong to the same shard.
  const places = new Map(operations.map((operation, index) => [operation, index]))
  const placeOf = (aCase: Case, index: number): number => {
    // All requests of a journey belong to the same shard, because they concern one object.
    if (aCase.journey !== undefined) return aCase.journey.key.length
    return isStateless ? (places.get(aCase.operation) ?? 0) : index
  }
  const isOwn = (aCase: Case, index: number): boolean =>
    shard === undefined || placeOf(aCase, index) % shard.of === shard.index - 1
  const others = cases.filter((aCase, index) => !isOwn(aCase, index))
  const own = cases.filter(isOwn)
  judgeAll(notRun(others, target, ANOTHER_SHARD))
  const references = ownReferences(isStateless ? graphOf(settings) : [], settings.parameters)
  const accepted: Execution[] = []
  const ungathered = {
    ...settings,
    target,
    stopConditions: stop,
    backOff: backOffOf(settings),
    ...(target.name === 'live' ? { secondReads: secondReads() } : {}),
    ...(isStateless ? { completions: completions(uniqueText(clock), references), accepted } : {}),
  }
  const gathered = await gatherForRun(settings, plan, ungathered, references)
  const remember = (made: readonly MadeObject[]): void => {
    for (const { value, path, sent } of made) ungathered.secondReads?.remember(value.key, path, sent)
  }
  remember(gathered.made)
  const first = new Set(basicCases(own).map(({ path }) => path))
  const chosen = chosenIds(isStateless ? graphOf(settings) : [], gathered.made, uniqueText(clock))
  const context = {
    ...ungathered,
    gathered: gathered.values,
    chosenIds: chosen,
    ...(isStateless ? { parameterCompletions: parameterCompletions((aCase) => first.has(aCase.path)) } : {}),
    ...(isStateless ? { createdReads: createdReads(graphOf(settings), chosen) } : {}),
  }
  // A group must not run concurrently with others in two cases: it can write to a live server, or it shows which
  // optional parameters later cases must send.
  const teaches = (aCase: Case): boolean => isStateless && first.has(aCase.path) && hasDocumentedValues(aCase)
  const isAlone = (group: CaseGroup): boolean => group.cases.some((aCase) => mayWrite(aCase, target) || teaches(aCase))
  const single = own.filter(({ journey }) => journey === undefined)
  const groups = groupCasesByState(orderCases(single, target), target.shows.state, target.isAlone)
  await inOrder(groups, { size: settings.concurrency, isAlone }, async (group) => {
    const because = stop.reason(group.cases[0]?.operation)
    const executions =
      because === undefined ? await executeCaseGroup(group, context) : notRun(group.cases, target, because)
    judgeAll(executions)
    for (const execution of executions) remember(await gathered.replaceLost(execution))
  })
  const steps = own.filter(({ journey }) => journey !== undefined)
  const journeys = await executeJourneys(steps, settings, gathered, context)
  judgeAll(journeys.executions)
  const refusedAgain = journeys.executions.filter(
    (each) => each.case.journey?.step === 'create-again' && [400, 409, 422].includes(statusOf(each) ?? 0),
  )
  return {
    judgements: withoutInterrupted(
      cases.flatMap((aCase) => judged.get(aCase.path) ?? []),
      signal,
    ),
    contracts,
    context,
    stop,
    requests: counter.requests,
    gathered,
    madeSince: () => {
      const made = [...gathered.made, ...journeys.made, ...madeByCases(accepted, gathered.made, refusedAgain)]
      return [...made, ...chosen.madeBy(accepted, made)]
    },
    missing: isStateless ? describeMissingValues(missingValues(plan, gathered.values)) : [],
    resend: async (aCase) => {
      if (stop.reason(aCase.operation) !== undefined) return undefined
      const [execution] = await executeCaseGroup({ cases: [aCase], refused: false }, context)
      return execution === undefined ? undefined : judgeOne(execution)
    },
  }
}

function pacedTarget({ target, ratePerSecond, clock, signal }: RunSettings): Target {
  if (ratePerSecond === undefined) return target
  return pace(target, ratePerSecond, waitUnlessStopped(signal), () => clock.elapsed())
}

const waitUnlessStopped =
  (signal: AbortSignal | undefined) =>
  (milliseconds: number): Promise<void> =>
    wait(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)

/** The maximum total wait for a busy server if `--budget` is not given, in milliseconds. */
const MOST_WAITING = 60_000

/**
 * Returns the limits for waiting while the server is busy. If a 503 has no `Retry-After`, the run waits only for a live
 * server: in the mock and the sandbox, a 503 is a fault.
 */
function backOffOf({ target, clock, budgetMilliseconds, signal }: RunSettings): BackOff {
  const begun = clock.elapsed()
  return backOff({
    elapsed: () => clock.elapsed(),
    now: () => Date.parse(clock.now()),
    wait: waitUnlessStopped(signal),
    remaining: () => (budgetMilliseconds === undefined ? MOST_WAITING : budgetMilliseconds - (clock.elapsed() - begun)),
    withoutHeader: target.name === 'live',
  })
}

/**
 * If the user stopped the run, changes the verdict of interrupted cases from `blocked` to `not-run`, because the server
 * did not block them.
 */
function withoutInterrupted(judgements: readonly Judgement[], signal: AbortSignal | undefined): readonly Judgement[] {
  if (signal?.aborted !== true) return judgements
  return judgements.map((judgement) =>
    judgement.verdict === 'blocked' ? { ...judgement, verdict: 'not-run', because: STOPPED } : judgement,
  )
}

function notRun(cases: readonly Case[], target: Target, because: string): Execution[] {
  const facts = { name: target.name, shows: target.shows }
  return cases.map((aCase) => ({ case: aCase, target: facts, without: { kind: 'not-run', because } }))
}
