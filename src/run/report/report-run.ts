import { acceptBlocked } from '../accept-blocked.ts'
import { listAssumptions } from '../assumptions/list-assumptions.ts'
import { blockedCases, decide } from '../decide.ts'
import { isAnswer } from '../../exchanges/exchange.ts'
import { EXPLORE } from '../../cases/explored-path.ts'
import { listNotCompiled, type NotCompiled } from '../../clauses/list-not-compiled.ts'
import type { Plan } from '../../cases/plan-cases.ts'
import type { Finding } from '../../verdicts/finding.ts'
import type { Operation } from '../../operations/operation.ts'
import { ANOTHER_SHARD } from '../../report/reach.ts'
import { describeDocument } from '../../report/describe-document.ts'
import type { CaseReport, ClauseReport, FindingReport, RunReport, RunVerdict } from '../../report/report.ts'
import type { OperationContract } from '../../evidence/contract.ts'
import { coverage, type ClauseOutcome } from '../../verdicts/coverage.ts'
import { distinctFailures } from '../../verdicts/join-findings.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import { brokenStatuses } from './broken-statuses.ts'
import { cellsOf } from './cells-of.ts'
import { unevaluatedRules } from './unevaluated-rules.ts'
import { joinJudgements } from './join-judgements.ts'
import type { RunSettings } from '../run-settings.ts'
import type { Shrunk } from '../explore/shrink-findings.ts'
import { STOPPED } from '../execute/pace/stop-conditions.ts'
import { publishFinding } from './publish-finding.ts'

/** The results of a run, for the report. */
export interface RunOutcome {
  readonly contracts: readonly OperationContract[]
  readonly plan: Plan
  readonly judgements: readonly Judgement[]
  /** Sentences about requests that were not sent because the server did not answer in time. Usually empty. */
  readonly timeouts: readonly string[]
  /**
   * The number of requests that the target received, including repetitions. Requests that set up provider states do not
   * count.
   */
  readonly requests: number
  /** Sentences about path parameters without a value. */
  readonly missing: readonly string[]
  /** Sentences about the sources of path values that came from responses. */
  readonly values: readonly string[]
  /** Sentences about errors in the document. Undefined if the document was not validated. */
  readonly documentErrors?: readonly string[]
  /** For each finding whose random case was shrunk: the smaller case, which the report shows. */
  readonly shrunk: ReadonlyMap<Finding, Shrunk>
}

/** Makes the report of a run. */
export function reportRun(settings: RunSettings, outcome: RunOutcome): RunReport {
  const { api, target, document, policy, clock } = settings
  const { judgements, plan } = outcome
  const judged = byOperation(judgements, ({ execution }) => execution.case.operation)
  const hidden = byOperation(plan.hidden, (each) => each.case.operation)
  const unplanned = byOperation(plan.unplanned, (each) => each.operation)
  const covered = outcome.contracts.map((contract) => {
    const { operation } = contract
    const [without] = unplanned.get(operation) ?? []
    const outcomes = coverage({
      contract,
      target: { name: target.name, shows: target.shows },
      judgements: (judged.get(operation) ?? []).map(asEvidence),
      hidden: hidden.get(operation) ?? [],
      ...(without === undefined ? {} : { unplanned: without }),
      ...unanswered(judged.get(operation) ?? [], outcome.timeouts),
    })
    return { operation, outcomes, broken: brokenStatuses(operation, judged.get(operation) ?? []) }
  })
  const outcomes = covered.flatMap((each) => each.outcomes)
  const count = (state: ClauseOutcome['state']): number => outcomes.filter((each) => each.state === state).length
  const joined = joinJudgements(judgements)
  const cases = judgements.map(caseReport)
  const findings = joined.flatMap((each): FindingReport[] => {
    const smaller = outcome.shrunk.get(each.first)
    if (smaller === undefined) return publishFinding(each, settings, judgements)
    const { finding: first, judgement, from, requests } = smaller
    const clauses = [...new Set([first.clause, ...each.clauses])]
    const failures = distinctFailures([first, ...each.failures])
    const published = publishFinding({ ...each, first, clauses, failures }, settings, [judgement])
    return published.map((finding) => ({ ...finding, shrunk: { from, requests } }))
  })
  const counts = {
    cases: judgements.filter(({ verdict }) => verdict !== 'not-run').length,
    requests: outcome.requests,
    controlRequests: (target.states?.requests ?? 0) + settings.credentials.requests,
    passed: count('passed'),
    failed: count('failed'),
    blocked: count('blocked'),
    notRun: count('not-run'),
    notApplicable: count('not-applicable'),
    ...(count('disproved') === 0 ? {} : { disproved: count('disproved') }),
  }
  const coverageReport = {
    clauses: outcomes.length,
    reachable: outcomes.length - counts.notApplicable,
    exercised: counts.passed + counts.failed + count('disproved'),
    policy: policy.coverage[target.name],
  }
  // The minimum coverage applies only to a whole run. For shards, `merge` checks the coverage. A replay tests only one
  // case, which is too little.
  const isWhole = settings.shard === undefined && settings.only === undefined && target.selects === undefined
  const acceptance = acceptBlocked(target.name === 'live' ? policy : {}, judgements, outcomes, {
    today: new Date(clock.start).toISOString().slice(0, 10),
    isWhole,
  })
  const acceptedBlocked = acceptance.accepted.length === 0 ? {} : { acceptedBlocked: acceptance.accepted }
  const decided = decide({ counts, coverage: coverageReport, findings, ...acceptedBlocked }, policy, isWhole)
  const assumptions = target.name === 'live' ? listAssumptions(outcomes, judgements) : []
  const found = listNotCompiled(settings.operations)
  const notCompiled = found.map(({ definedAt, message }) => ({ definedAt, message }))
  const isStopped = settings.signal?.aborted === true
  const because = isStopped
    ? [`${STOPPED}: run it again`]
    : [
        ...uncompilable(found, document, outcome),
        ...downOf(settings, judgements),
        ...(outcome.documentErrors ?? []),
        ...outcome.timeouts,
        ...outcome.missing,
        ...unevaluatedRules(outcome.contracts, judgements),
        ...(policy.blocked.kind === 'fail' ? uncalled(plan) : []),
        ...(settings.only === undefined ? cutShort(judgements, outcome.timeouts) : unjudged(judgements)),
        ...acceptance.faults,
        ...blockedCases({ cases: cases.filter(({ path }) => !acceptance.cases.has(path)) }, policy),
        ...decided.because,
      ]
  return {
    api,
    target: target.name,
    baseUrl: target.baseUrl,
    now: clock.start,
    document: describeDocument(document),
    verdict: verdictOf(decided.verdict, because, isStopped),
    because,
    ...acceptedBlocked,
    ...(assumptions.length === 0 ? {} : { assumptions }),
    ...(notCompiled.length === 0 ? {} : { notCompiled }),
    ...(outcome.values.length === 0 ? {} : { values: outcome.values }),
    counts,
    coverage: coverageReport,
    cells: covered.flatMap((each) => cellsOf(each.operation, each.outcomes, each.broken)),
    clauses: outcomes.map(clauseReport),
    cases,
    findings,
  }
}

/**
 * Returns at most two sentences: one about the errors in schemas, and one about the patterns that cannot be run. Leaves
 * out the sentence about errors if the document was validated before, because `documentErrors` then contains these
 * errors.
 */
function uncompilable(
  found: readonly NotCompiled[],
  document: RunSettings['document'],
  { documentErrors }: RunOutcome,
): string[] {
  const counted = (kind: NotCompiled['blocks']): number => found.filter(({ blocks }) => blocks === kind).length
  const errors = documentErrors === undefined ? counted('error') : 0
  const patterns = counted('pattern')
  return [
    ...(errors === 0 ? [] : [`the document has ${errors === 1 ? 'an error' : `${errors} errors`}`]),
    ...(patterns === 0
      ? []
      : [
          `${patterns === 1 ? 'a regular expression' : `${patterns} regular expressions`} of the document cannot be run`,
        ]),
  ].map((reason) => `${reason} (see contract-gate validate ${document.file})`)
}

/**
 * Removes the clauses that a random case passed, because coverage must depend only on the plan. Clauses that the case
 * failed stay failed.
 */
function asEvidence(judgement: Judgement): Judgement {
  if (judgement.execution.case.maker !== EXPLORE) return judgement
  const broken = judgement.findings.filter(({ level }) => level === 'error').map(({ clause }) => clause)
  return { ...judgement, exercised: [...new Set(broken)] }
}

/**
 * Returns why an operation got no response at all, or no more responses after timeouts. In the report, this is the
 * reason for its clauses that were not tested.
 */
function unanswered(judgements: readonly Judgement[], timeouts: readonly string[]): { readonly unanswered?: string } {
  const own = judgements.filter(({ because }) => because !== undefined && because !== ANOTHER_SHARD)
  const isAnswered = judgements.some(
    ({ execution }) => execution.exchange !== undefined && isAnswer(execution.exchange.answer),
  )
  const because =
    own.find((each) => timeouts.includes(each.because ?? ''))?.because ??
    (isAnswered ? undefined : own.find(({ verdict }) => verdict === 'blocked' || verdict === 'not-run')?.because)
  return because === undefined ? {} : { unanswered: because }
}

/**
 * Returns the final verdict of a run. A failed run stays failed, and a stopped run is an error. Each reason in
 * `because` blocks a run that would otherwise pass.
 */
function verdictOf(decided: RunVerdict, because: readonly string[], isStopped: boolean): RunVerdict {
  if (decided === 'failed') return decided
  if (isStopped) return 'error'
  return because.length > 0 ? 'blocked' : decided
}

function byOperation<T>(items: readonly T[], operationOf: (item: T) => Operation): ReadonlyMap<Operation, T[]> {
  const lists = new Map<Operation, T[]>()
  for (const item of items) {
    const list = lists.get(operationOf(item))
    if (list === undefined) lists.set(operationOf(item), [item])
    else list.push(item)
  }
  return lists
}

/** Returns sentences about operations for which no request can be built. */
function uncalled({ unplanned }: Plan): string[] {
  const blocked = unplanned.filter(({ state }) => state === 'blocked')
  return blocked.map(({ operation, because }) => `No request could be built for ${operation.id}: ${because}`)
}

/**
 * Returns a reason if the target stopped, or if no response could be read. Otherwise returns an empty list.
 */
function downOf({ target }: RunSettings, judgements: readonly Judgement[]): string[] {
  const failure = target.failure?.()
  if (failure !== undefined) return [`${failure}: run it again`]
  const answers = judgements.flatMap(({ execution }) => execution.exchange?.answer ?? [])
  const [first] = answers
  if (first === undefined || isAnswer(first) || answers.some(isAnswer)) return []
  if (first.kind === 'tls') return [first.message]
  const isSilent = answers.every((answer) => !isAnswer(answer) && answer.kind === 'refused')
  return [
    isSilent
      ? `Nothing responds at ${target.baseUrl}: check that the server runs there, and that the URL is right`
      : `${target.baseUrl} gave no readable response: ${first.message}`,
  ]
}

/**
 * Returns sentences about cases that were not sent. Cases that were not sent because of timeouts are left out:
 * `timeouts` describes them.
 */
function cutShort(judgements: readonly Judgement[], timeouts: readonly string[]): string[] {
  const own = judgements.filter(({ because }) => because !== ANOTHER_SHARD)
  const left = own.filter(({ verdict, because = '' }) => verdict === 'not-run' && !timeouts.includes(because))
  const reasons = [...new Set(left.map(({ because }) => because ?? 'unknown reason'))]
  return reasons.map((because) => {
    const count = left.filter((each) => each.because === because).length
    return `${because}: ${count} of ${own.length} cases were not sent`
  })
}

/**
 * Returns a sentence, with the reason, for each replayed case whose verdict is `not-run` or `not-applicable`. Leaves out
 * cases with a finding.
 */
function unjudged(judgements: readonly Judgement[]): string[] {
  return judgements
    .filter(({ verdict, findings }) => findings.length === 0 && (verdict === 'not-run' || verdict === 'not-applicable'))
    .map(
      ({ execution, verdict, because }) => `case ${execution.case.path} is ${verdict}: ${because ?? 'unknown reason'}`,
    )
}

function clauseReport({ clause, state, because, by, halves }: ClauseOutcome): ClauseReport {
  const { id, operation, pointer, definedAt, kind, source } = clause
  return {
    id,
    operation,
    pointer,
    definedAt,
    kind,
    source,
    state,
    ...(because === undefined ? {} : { because }),
    by,
    ...(halves === undefined ? {} : { halves }),
  }
}

function caseReport({ execution, verdict, because }: Judgement): CaseReport {
  const { case: aCase, exchange } = execution
  const answer = exchange?.answer
  return {
    path: aCase.path,
    title: aCase.title,
    operation: aCase.operation.id,
    status: answer !== undefined && isAnswer(answer) ? answer.status : null,
    verdict,
    ...(because === undefined ? {} : { because }),
    ms: Math.round((exchange?.milliseconds ?? 0) * 10) / 10,
  }
}
