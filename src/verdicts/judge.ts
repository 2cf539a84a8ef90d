import { clauseId, sourceOfPart } from '../clauses/list-clauses.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import type { Finding } from './finding.ts'
import type { Level } from '../rules/rule.ts'
import type { Source } from '../operations/annotations.ts'
import type { OperationContract } from '../evidence/contract.ts'
import { decidedElsewhere, evidenceOf, isOneOf, unrunPatternsOf, type Evidence } from '../evidence/evidence.ts'
import { exercisedBy } from './exercised-by.ts'
import { STAGES, type RuleFault, type Rule, type Stage } from '../rules/rule.ts'
import { rules as allRules } from '../rules/rules.ts'
import type { Execution } from '../evidence/execution.ts'

/**
 * The verdict of one execution. For the verdicts blocked, not-run and not-applicable, `because` is the reason. The
 * verdict disproved means that the response contradicts only assumptions of the document.
 */
export interface Judgement {
  readonly execution: Execution
  readonly verdict: 'passed' | 'failed' | 'disproved' | 'blocked' | 'not-run' | 'not-applicable'
  readonly because?: string
  readonly findings: readonly Finding[]
  /**
   * The ids of the tested clauses. A security clause has an id for each of its halves: `?withheld` means that no valid
   * credentials were sent, and `?given` that valid ones were sent.
   */
  readonly exercised: readonly string[]
}

/** Judges one execution. Uses no network and no clock, so the same execution always gets the same verdict. */
export function judge(contract: OperationContract, execution: Execution, rules: readonly Rule[] = allRules): Judgement {
  const nothing = { execution, findings: [], exercised: [] }
  const { without } = execution
  if (without !== undefined && without.isAfter !== true)
    return { ...nothing, verdict: without.kind, because: without.because }
  const answer = execution.exchange?.answer
  if (answer !== undefined && !isAnswer(answer)) {
    return { ...nothing, verdict: 'blocked', because: `the response could not be read: ${answer.message}` }
  }
  const evidence = evidenceOf(contract, execution)
  if (evidence === undefined) return { ...nothing, verdict: 'not-run', because: 'the case was not sent' }
  const locked = lockedOut(evidence)
  if (locked !== undefined) return { ...nothing, verdict: 'blocked', because: locked }
  const { findings, reached } = findFaults(evidence, rules)
  const exercised = exercisedBy(evidence, reached, findings)
  const elsewhere = decidedElsewhere(evidence)
  if (findings.some((finding) => finding.level === 'error'))
    return { execution, verdict: 'failed', findings, exercised }
  if (without !== undefined) return { ...nothing, verdict: without.kind, because: without.because }
  if (findings.some((finding) => finding.level === 'assumption'))
    return { execution, verdict: 'disproved', findings, exercised }
  const unrun = becauseUnrun(evidence)
  if (unrun !== undefined) return { execution, verdict: 'blocked', because: unrun, findings, exercised }
  if (elsewhere === undefined && !isUndocumentedRefusal(evidence))
    return { execution, verdict: 'passed', findings, exercised }
  const because = elsewhere ?? `the server returned ${evidence.status}, which the document does not define`
  return { execution, verdict: 'not-applicable', because, findings, exercised }
}

/**
 * Returns a sentence about a pattern that was not run on a long text of the response body. Returns undefined if all
 * patterns were run.
 */
function becauseUnrun(evidence: Evidence): string | undefined {
  const [unrun] = unrunPatternsOf(evidence)
  if (unrun === undefined) return undefined
  const { file, line } = evidence.operation.document.locate(unrun.address)
  return `the pattern \`${unrun.source}\` (${file}:${line}) is slow on long texts and was not run on a text of ${unrun.length} characters`
}

/**
 * True for an undocumented 4xx. Such a response gives a finding of the level `drift`, and its case tests no clauses.
 */
function isUndocumentedRefusal({ status, response, execution }: Evidence): boolean {
  const { kind } = execution.case.expect
  return response === undefined && status >= 400 && status < 500 && (kind === 'accepted' || kind === 'refused')
}

/**
 * Runs the stages until one has a finding that is not harmless. In the stage `status`, only the first rule with a
 * finding reports it. The stages `leak` and `http` always run. If the stage `schema` failed, invariants still run if
 * they read only valid parts of the response.
 */
function findFaults(evidence: Evidence, rules: readonly Rule[]): { findings: Finding[]; reached: number } {
  // For an undocumented method, the document defines no statuses.
  const isMethod = evidence.execution.case.expect.kind === 'unsupported-method'
  const stages = rulesByStage(rules)
  const findings: Finding[] = []
  for (const [index, stage] of STAGES.entries()) {
    const found: Finding[] = []
    for (const rule of stages[index] ?? []) {
      if (isMethod && stage !== 'http' && !OF_ANY_METHOD.has(rule.id)) continue
      for (const fault of rule.judge(evidence, stage)) found.push(findingOf(evidence, rule, fault))
      if (found.length > 0 && stage === 'status') break
    }
    findings.push(...found)
    if (found.every((finding) => isHarmless(finding, stage, evidence))) continue
    findings.push(...alsoAfter(stage, isMethod, stages, evidence))
    return { findings, reached: index }
  }
  return { findings, reached: STAGES.length }
}

/**
 * True if the later stages still run after this finding: it is only a warning, or contradicts only an assumption. False
 * if the server accepted a request that it should refuse, because it is unknown which data the server then stored.
 */
function isHarmless({ level }: Finding, stage: Stage, { status }: Evidence): boolean {
  return level === 'warning' || (level === 'assumption' && (stage !== 'status' || status >= 400))
}

/** For a case with an undocumented method, only these rules and those of the stage `http` are run. */
const OF_ANY_METHOD: ReadonlySet<string> = new Set(['unsupported_method', 'error_body_leak'])

/** Returns the findings of later stages that are still valid after a finding in an earlier stage. */
function alsoAfter(
  ended: Stage,
  isMethod: boolean,
  stages: readonly (readonly Rule[])[],
  evidence: Evidence,
): Finding[] {
  const also: readonly Stage[] = ended === 'schema' && !isMethod ? ['leak', 'http', 'invariant'] : ['leak', 'http']
  return also
    .filter((stage) => STAGES.indexOf(stage) > STAGES.indexOf(ended))
    .flatMap((stage) => (stages[STAGES.indexOf(stage)] ?? []).map((rule) => ({ rule, stage })))
    .flatMap(({ rule, stage }) => rule.judge(evidence, stage).map((fault) => findingOf(evidence, rule, fault)))
}

function rulesByStage(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const known = knownStages.get(rules)
  if (known !== undefined) return known
  const stages = STAGES.map((stage) => rules.filter((rule) => rule.stages.includes(stage)))
  knownStages.set(rules, stages)
  return stages
}

const knownStages = new WeakMap<readonly Rule[], readonly (readonly Rule[])[]>()

function findingOf(evidence: Evidence, rule: Rule, fault: RuleFault): Finding {
  const { operation, contract, execution } = evidence
  const id = clauseId(operation, fault.pointer, fault.half)
  const clause = contract.clauseById.get(id)
  const definedAt = clause?.definedAt ?? operation.document.locate(fault.address ?? operation.address)
  const source = sourceOfFault(evidence, clause?.source, fault)
  const level = levelOf(fault.level ?? rule.level, source, evidence)
  return {
    rule: rule.id,
    level,
    operation: operation.id,
    case: execution.case.path,
    clause: id,
    ...(fault.part === undefined ? {} : { part: fault.part }),
    at: fault.at ?? '',
    definedAt,
    message: fault.message,
    expected: fault.expected,
    received: fault.received,
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
    source,
    cause: `${level === 'warning' || fault.isOfApi === true ? 'api' : operation.id} ${fault.cause ?? `${rule.id} ${definedAt.file} ${definedAt.pointer}`}`,
  }
}

/**
 * Returns the source of the violated promise: the seed, a vendor page or an assumption. A scenario or a part of a
 * clause can have another source than the clause.
 */
function sourceOfFault(
  { operation }: Evidence,
  ofClause: Source | undefined,
  { part, pointer, source }: RuleFault,
): Source {
  if (source !== undefined) return source
  return part === undefined ? (ofClause ?? 'unstated') : sourceOfPart(operation, pointer, part)
}

/**
 * Returns the level of a finding. If a live server contradicts an assumption, the level is `assumption` instead of
 * `error`.
 */
function levelOf(level: Level, source: Source, { execution }: Evidence): Level {
  return level === 'error' && source === 'assumed' && execution.target.name === 'live' ? 'assumption' : level
}

/**
 * Returns the reason why a negative case is not judged: the server refused the valid credentials, so it did not read
 * the rest of the request. Returns undefined if the case can be judged.
 */
function lockedOut(evidence: Evidence): string | undefined {
  const { execution, status } = evidence
  const { expect, as } = execution.case
  if (as !== 'partner' || (status !== 401 && status !== 403)) return undefined
  if (isOneOf(status, evidence.expected)) return undefined
  // For an invalid path value, a documented 403 is a valid refusal. The object may belong to another caller, or the
  // server hides that the object does not exist.
  const isOfPath = expect.kind === 'refused' && expect.part === 'path' && status === 403
  if (isOfPath && evidence.response !== undefined && decidedElsewhere(evidence) !== undefined) return undefined
  return expect.kind === 'refused'
    ? `the server returned ${status} to a request with valid credentials: check the credentials of this target`
    : undefined
}
