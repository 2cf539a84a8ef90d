import { isAnswer } from '../../exchanges/exchange.ts'
import type { Target } from '../../targets/target.ts'
import type { Operation } from '../../operations/operation.ts'
import { becauseUnreached } from '../../report/reach.ts'
import type { Next } from '../../report/report.ts'
import { SERVER_DATA } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/** What good requests of an operation were answered. */
export interface Reached {
  readonly operation: Operation
  readonly statuses: readonly number[]
  /** What to do about it, where nothing of that shows that the operation is reached. */
  readonly next?: readonly Next[]
}

/**
 * On a server that is not ours, what good requests of each operation were answered. One whose every answer is 401, 403,
 * 404 or else of the server's world was not reached, as far as these judgements know.
 */
export function listReached(
  judgements: readonly Judgement[],
  { name, shows, baseUrl }: Pick<Target, 'name' | 'shows' | 'baseUrl'>,
): Reached[] {
  if (name !== 'live' || shows.state) return []
  const statuses = new Map<Operation, Set<number>>()
  for (const { execution } of judgements) {
    const status = statusOf(execution)
    if (status === undefined || !isOfPartner(execution)) continue
    const { operation } = execution.case
    statuses.set(operation, (statuses.get(operation) ?? new Set()).add(status))
  }
  return [...statuses].map(([operation, seen]) => {
    const isUnreached = [...seen].every((status) => SERVER_DATA.has(status)) && !isOnlyRefused(operation)
    return { operation, statuses: [...seen], ...(isUnreached ? { next: nextFor(operation, baseUrl) } : {}) }
  })
}

/** Of an operation that was not reached nothing is proved, and nothing broken: its cases are blocked. */
export function blockUnreachableOperations(
  judgements: readonly Judgement[],
  reached: readonly Reached[],
): readonly Judgement[] {
  const why = new Map(
    reached.flatMap(({ operation, statuses, next }) =>
      next === undefined ? [] : [[operation, becauseUnreached(operation.id, statuses, next)]],
    ),
  )
  return judgements.map((judgement) => {
    const { execution } = judgement
    const because = why.get(execution.case.operation)
    // What is said to a method that the document does not have is said of every operation alike.
    if (because === undefined || execution.case.expect.kind === 'unsupported-method') return judgement
    if (execution.without !== undefined) return judgement
    return { execution, verdict: 'blocked', because, findings: [], exercised: [] }
  })
}

function statusOf({ exchange }: Judgement['execution']): number | undefined {
  return exchange !== undefined && isAnswer(exchange.answer) ? exchange.answer.status : undefined
}

function isOfPartner({ case: { as, expect } }: Judgement['execution']): boolean {
  return as === 'partner' && expect.kind !== 'unsupported-method'
}

/** What a server says where something of it is in the way. */
const OF_A_STATE: readonly number[] = [409, 410, 412, 423, 428]

/** Whether the document itself promises nothing else. */
function isOnlyRefused({ responses }: Operation): boolean {
  return responses.every(({ status }) => SERVER_DATA.has(Number(status)))
}

function nextFor(operation: Operation, baseUrl: string): Next[] {
  return [
    { on: [401, 403], say: `give credentials that may call it, -H '${credentialHeader(operation)}: …'` },
    { on: [404], say: thingThatExists(operation, baseUrl) },
    { on: [429], say: 'ask more slowly, --rate 1/s' },
    { on: OF_A_STATE, say: 'bring the server into a state that allows it, by hand or with a --setup module' },
  ]
}

function credentialHeader({ security }: Operation): string {
  const schemes = security.flatMap((requirement) => requirement.schemes)
  const key = schemes.find((scheme) => scheme.type === 'apiKey')
  const others = schemes.some((scheme) => scheme.type !== 'apiKey')
  if (key === undefined || others) return 'Authorization'
  return key.in === 'cookie' ? 'Cookie' : (key.parameter ?? 'Authorization')
}

function thingThatExists({ parameters }: Operation, baseUrl: string): string {
  const names = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  const where = `see that the API begins at ${baseUrl}`
  return names.length === 0
    ? where
    : `name something that exists, ${names.map((name) => `--param ${name}=…`).join(' ')}, and ${where}`
}
