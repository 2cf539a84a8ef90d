import type { Clause } from '../clauses/clause.ts'
import { EARLIER_STAGE } from '../clauses/earlier-stage.ts'
import { clauseId } from '../clauses/list-clauses.ts'
import type { HiddenCase, Unplanned } from '../cases/plan-cases.ts'
import { credentialOptions } from '../exchanges/credentials/missing-credentials.ts'
import type { Shows } from '../exchanges/shows.ts'
import type { TargetKind } from '../operations/annotations.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import type { Operation } from '../operations/operation.ts'
import { evaluate } from '../schemas/list-evaluations.ts'
import type { OperationContract } from '../evidence/contract.ts'
import type { Judgement } from './judge.ts'

export type CoverageState = 'passed' | 'failed' | 'disproved' | 'blocked' | 'not-run' | 'not-applicable'

/** A clause, and its result after a run. */
export interface ClauseOutcome {
  readonly clause: Clause
  readonly state: CoverageState
  readonly because?: string
  readonly by: readonly string[]
  /**
   * The cases that tested a security clause. Absent for other clauses. `withheld` lists cases with missing or malformed
   * credentials, and `given` lists cases with valid credentials. The clause passes only if each list contains a case.
   */
  readonly halves?: { readonly withheld: readonly string[]; readonly given: readonly string[] }
}

export interface CoverageOf {
  readonly contract: OperationContract
  readonly target: { readonly name: TargetKind; readonly shows: Shows }
  readonly judgements: readonly Judgement[]
  readonly hidden: readonly HiddenCase[]
  /** The reason why no request could be built for the operation. */
  readonly unplanned?: Pick<Unplanned, 'state' | 'because'>
  /** The reason why the operation got no response. */
  readonly unanswered?: string
}

/** Returns the result of every clause of an operation. */
export function coverage(of: CoverageOf): ClauseOutcome[] {
  const by = new Map<string, string[]>()
  const broken = new Set<string>()
  const disproved = new Map<string, string[]>()
  for (const { execution, exercised, findings } of of.judgements) {
    for (const id of exercised) by.set(id, [...(by.get(id) ?? []), execution.case.path])
    for (const { level, clause } of findings) {
      if (level === 'error') broken.add(clause)
      if (level === 'assumption') disproved.set(clause, [...(disproved.get(clause) ?? []), execution.case.path])
    }
  }
  const carried = of.target.name === 'mock' ? carriedByExamples(of.contract.operation) : undefined
  return of.contract.clauses.map((clause): ClauseOutcome => {
    const cases = exercisedBy(clause, by)
    const halves = clause.kind === 'security' ? { halves: halvesOf(clause, by) } : {}
    if (broken.has(clause.id)) return { clause, state: 'failed', by: cases ?? [], ...halves }
    const against = clause.source === 'assumed' ? disproved.get(clause.id) : undefined
    if (against !== undefined) return { clause, state: 'disproved', by: [...new Set(against)], ...halves }
    if (cases !== undefined) return { clause, state: 'passed', by: cases, ...halves }
    return { clause, by: [], ...halves, ...unexercised(clause, of, by, carried) }
  })
}

function halvesOf(clause: Clause, by: ReadonlyMap<string, readonly string[]>): NonNullable<ClauseOutcome['halves']> {
  return { withheld: by.get(`${clause.id}?withheld`) ?? [], given: by.get(`${clause.id}?given`) ?? [] }
}

function exercisedBy(clause: Clause, by: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  if (clause.kind !== 'security') return by.get(clause.id)
  const { withheld, given } = halvesOf(clause, by)
  return withheld.length === 0 || given.length === 0 ? undefined : [...withheld, ...given.slice(0, 1)]
}

function unexercised(
  clause: Clause,
  of: CoverageOf,
  by: ReadonlyMap<string, readonly string[]>,
  carried: ReadonlySet<string> | undefined,
): { state: CoverageState; because: string } {
  const { target, judgements, hidden } = of
  if (clause.fault !== undefined) return { state: 'not-run', because: clause.fault }
  const never = notShown(clause, of) ?? clause.unreachable.find(({ on }) => on === target.name)?.because
  if (never !== undefined) return { state: 'not-applicable', because: never }
  const sent = judgements.filter(({ execution }) => execution.case.proves.includes(clause.id))
  const kept = hidden.filter((each) => each.case.proves.includes(clause.id))
  const [first] = kept
  if (first !== undefined && sent.every(({ verdict }) => verdict === 'not-applicable')) {
    return { state: 'not-applicable', because: first.because }
  }
  if (carried !== undefined && isOfAnswer(clause) && !carried.has(clause.id)) {
    return { state: 'not-applicable', because: 'no example in the document covers the clause' }
  }
  const blocked = sent.find(
    ({ verdict }) => verdict === 'blocked' || verdict === 'not-run' || verdict === 'not-applicable',
  )
  const isBroken = sent.some(({ verdict }) => verdict === 'failed')
  // A case can be not-run because another shard sends it. If another case of the clause failed, this failure explains
  // the state better.
  if (blocked?.verdict === 'not-run' && isBroken) return { state: 'not-run', because: EARLIER_STAGE }
  if (blocked?.verdict === 'blocked' || blocked?.verdict === 'not-run' || blocked?.verdict === 'not-applicable') {
    if (blocked.verdict === 'not-applicable' && isUnproved(blocked)) {
      return {
        state: 'not-run',
        because: blocked.because ?? 'the status of the response depends on data on the server',
      }
    }
    return { state: blocked.verdict, because: blocked.because ?? 'the case of the clause could not be judged' }
  }
  const ofStatus = judgements.find(({ execution, verdict }) => {
    const { expect } = execution.case
    return verdict === 'blocked' && expect.kind === 'status' && expect.status === clause.status
  })
  if (ofStatus !== undefined)
    return { state: 'blocked', because: ofStatus.because ?? 'the case that should get this status was blocked' }
  // A blocked case may have tested some of its clauses. Example: one text was too long for a slow pattern.
  const unrun = judgements.find(({ verdict, exercised }) => verdict === 'blocked' && exercised.length > 0)
  if (unrun?.because !== undefined && clause.status !== undefined && clause.pointer.endsWith('/pattern'))
    return { state: 'blocked', because: unrun.because }
  if (isBroken) return { state: 'not-run', because: EARLIER_STAGE }
  if (of.unplanned !== undefined) return { state: of.unplanned.state, because: of.unplanned.because }
  return { state: 'not-run', because: whyNot(clause, of, by) }
}

/**
 * True if a case was sent but its response proves nothing. The clauses of the case are still reachable. They lower the
 * coverage, because they were not tested.
 */
function isUnproved({ execution }: Judgement): boolean {
  const { target, exchange } = execution
  return target.name === 'live' && !target.shows.state && exchange !== undefined && isAnswer(exchange.answer)
}

function whyNot(clause: Clause, of: CoverageOf, by: ReadonlyMap<string, readonly string[]>): string {
  const { contract, target, judgements, unanswered } = of
  const { status } = clause
  if (clause.kind === 'security' && target.name === 'live') return whyNoCredentials(clause, of, by)
  if (status === undefined || target.name === 'mock') return unanswered ?? 'no case exercises the clause'
  const response = contract.operation.responses.find((each) => each.status === status)
  const id = response === undefined ? '' : clauseId(contract.operation, response.pointer)
  if (judgements.some(({ exercised }) => exercised.includes(id)))
    return `no response with status ${status} contained this value`
  if (unanswered !== undefined) return unanswered
  const hasScenario = contract.operation.scenarios.some((scenario) => scenario.status === status)
  if (hasScenario) return 'no case exercises the clause'
  return status.startsWith('2')
    ? `no response to a valid request had status ${status}`
    : `no scenario describes how to get status ${status}`
}

function whyNoCredentials(
  clause: Clause,
  { contract, target, unanswered }: CoverageOf,
  by: ReadonlyMap<string, readonly string[]>,
): string {
  if (target.shows.auth === 'none') return 'no credentials were given for this server'
  if (halvesOf(clause, by).given.length > 0)
    return unanswered ?? 'the run did not test whether a request without these credentials is refused'
  // If the target has provider states, the user gives no credentials on the command line. The text then names no
  // option.
  if (target.shows.state) return 'no request with credentials for this alternative was accepted'
  const security = contract.operation.security.filter(({ pointer }) => pointer === clause.pointer)
  return `no request with credentials for this alternative was accepted: give them with ${credentialOptions({ security })}`
}

/** Returns the reason why this kind of target cannot test a kind of clause. Returns undefined if it can. */
function notShown(clause: Clause, { target, contract }: CoverageOf): string | undefined {
  const { shows, name: kind } = target
  if (clause.kind === 'security' && shows.auth === 'none' && kind !== 'live')
    return `a ${kind} does not check credentials`
  if (shows.state) return undefined
  const isMock = kind === 'mock'
  const isRead = !isMock && contract.operation.methodsOnPath.includes('GET')
  const place = isMock ? 'a mock' : 'a path without a documented GET'
  if ((clause.kind === 'update' || clause.kind === 'update-refused') && !isRead)
    return `the effect of an update cannot be read on ${place}`
  if (clause.kind !== 'invariant') return undefined
  const { names = [] } = contract.invariants.find((each) => each.pointer === clause.pointer) ?? {}
  if (names.includes('given')) return 'an invariant that reads `given` cannot be checked without provider states'
  const without = names.find((name) => (isMock && name === 'request') || (!isRead && name === 'before'))
  return without === undefined ? undefined : `an invariant that reads \`${without}\` cannot be checked on ${place}`
}

function isOfAnswer(clause: Clause): boolean {
  return clause.kind === 'keyword' || clause.kind === 'enum-member' || clause.kind === 'nullable'
}

/**
 * Returns the clauses that the examples in the document test. For a header, an example tests only the type, because a
 * mock invents the values of headers.
 */
function carriedByExamples(operation: Operation): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const response of operation.responses) {
    for (const mediaType of response.content) {
      const { schema } = mediaType
      if (schema === undefined) continue
      for (const example of mediaType.examples) {
        for (const each of evaluate(schema, example.value, 'response'))
          ids.add(operation.id + schema.pointer + each.pointer)
      }
    }
    for (const header of response.headers) {
      const { schema } = header
      if (schema === undefined) continue
      ids.add(`${operation.id}${schema.pointer}/type`)
    }
  }
  return ids
}
