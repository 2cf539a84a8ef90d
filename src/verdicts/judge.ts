import { clauseId, sourceOfNearMiss } from '../clauses/list-clauses.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import type { Finding, Level } from '../findings/finding.ts'
import type { Source } from '../operations/annotations.ts'
import type { OperationContract } from './contract.ts'
import { decidedElsewhere, evidenceOf, isOneOf, type Evidence } from './evidence.ts'
import { exercisedBy } from './exercised-by.ts'
import { RUNGS, type Fault, type Rule } from './rule.ts'
import { rules as allRules } from './rules.ts'
import type { Trial } from './trial.ts'

/** What came of one trial. `because` says why it is blocked, not run or not applicable. */
export interface Judgement {
  readonly trial: Trial
  readonly verdict: 'holds' | 'broken' | 'blocked' | 'not-run' | 'not-applicable'
  readonly because?: string
  readonly findings: readonly Finding[]
  /** Ids of the clauses that it exercised; of a security clause only half, marked `?withheld` or `?given`. */
  readonly exercised: readonly string[]
}

/** Judges one trial. Pure: no network, no clock; the same trial gets the same judgement. */
export function judge(contract: OperationContract, trial: Trial, rules: readonly Rule[] = allRules): Judgement {
  const nothing = { trial, findings: [], exercised: [] }
  if (trial.without !== undefined) return { ...nothing, verdict: trial.without.kind, because: trial.without.because }
  const answer = trial.exchange?.answer
  if (answer !== undefined && !isAnswer(answer)) {
    return { ...nothing, verdict: 'blocked', because: `no answer could be read: ${answer.message}` }
  }
  const evidence = evidenceOf(contract, trial)
  if (evidence === undefined) return { ...nothing, verdict: 'not-run', because: 'it was not sent' }
  const locked = lockedOut(evidence)
  if (locked !== undefined) return { ...nothing, verdict: 'blocked', because: locked }
  const { findings, reached } = climb(evidence, rules)
  const exercised = exercisedBy(evidence, reached, findings)
  const elsewhere = decidedElsewhere(evidence)
  if (findings.some((finding) => finding.level === 'error')) return { trial, verdict: 'broken', findings, exercised }
  if (elsewhere === undefined) return { trial, verdict: 'holds', findings, exercised }
  return { trial, verdict: 'not-applicable', because: elsewhere, findings, exercised }
}

/** Climbs the ladder: a broken rung leaves the later ones not judged. On the status rung the first rule is heard alone. */
function climb(evidence: Evidence, rules: readonly Rule[]): { findings: Finding[]; reached: number } {
  // What a document says of its statuses does not speak of methods that it does not have.
  const isMethod = evidence.trial.case.expect.kind === 'unsupported-method'
  const ladder = ladderOf(rules)
  for (const [index, rung] of RUNGS.entries()) {
    const findings: Finding[] = []
    for (const rule of ladder[index] ?? []) {
      if (isMethod && rule.id !== 'unsupported_method') continue
      for (const fault of rule.judge(evidence, rung)) findings.push(findingOf(evidence, rule, fault))
      if (findings.length > 0 && rung === 'status') break
    }
    if (findings.length > 0) return { findings, reached: index }
  }
  return { findings: [], reached: RUNGS.length }
}

/** The rules of each rung. */
function ladderOf(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const known = ladders.get(rules)
  if (known !== undefined) return known
  const ladder = RUNGS.map((rung) => rules.filter((rule) => rule.rungs.includes(rung)))
  ladders.set(rules, ladder)
  return ladder
}

const ladders = new WeakMap<readonly Rule[], readonly (readonly Rule[])[]>()

function findingOf(evidence: Evidence, rule: Rule, fault: Fault): Finding {
  const { operation, contract, trial } = evidence
  const id = clauseId(operation, fault.pointer, fault.half)
  const clause = contract.clauseById.get(id)
  const definedAt = clause?.definedAt ?? operation.document.locate(fault.address ?? operation.address)
  const source = sourceOfFault(evidence, clause?.source, fault)
  const place = `${definedAt.file}:${definedAt.line}:${definedAt.column}`
  return {
    rule: rule.id,
    level: levelOf(rule, source, evidence),
    operation: operation.id,
    case: trial.case.path,
    clause: id,
    at: fault.at ?? '',
    definedAt,
    message: fault.message,
    expected: fault.expected,
    received: fault.received,
    source,
    root: `${operation.id} ${fault.root ?? `${rule.id} ${place} ${definedAt.pointer}`}`,
  }
}

/** Who says so: a near miss or a recipe may have a source of its own. */
function sourceOfFault(
  { operation }: Evidence,
  ofClause: Source | undefined,
  { nearMiss, pointer, source }: Fault,
): Source {
  if (source !== undefined) return source
  return nearMiss === undefined ? (ofClause ?? 'unstated') : sourceOfNearMiss(operation, pointer, nearMiss)
}

/** On a vendor's server, what only we assumed is not the vendor's fault: an assumption is disproved. */
function levelOf(rule: Rule, source: Source, { trial }: Evidence): Level {
  return rule.level === 'error' && source === 'assumed' && trial.target.name === 'live' ? 'assumption' : rule.level
}

/** Good credentials that are refused leave a near miss unjudged: whether it would have been refused cannot be seen. */
function lockedOut(evidence: Evidence): string | undefined {
  const { trial, status } = evidence
  const { expect, as } = trial.case
  if (as !== 'partner' || (status !== 401 && status !== 403)) return undefined
  if (isOneOf(status, evidence.expected)) return undefined
  return expect.kind === 'refused'
    ? `answers ${status} to good credentials: check the credentials of this target`
    : undefined
}
