import type { Case } from '../cases/case.ts'
import { clauseId } from '../clauses/list-clauses.ts'
import { statusOf, type Execution } from '../evidence/execution.ts'
import { isAnswer } from '../exchanges/exchange.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import type { Operation } from '../operations/operation.ts'
import { connectionClosed } from '../rules/status/connection-closed.ts'
import { listStatuses } from '../rules/status-fault.ts'
import type { Finding } from '../verdicts/finding.ts'
import type { Judgement } from '../verdicts/judge.ts'
import { executeCaseGroup } from './execute/execute-case-group.ts'
import type { ExecuteCase } from './execute/execute-case.ts'

/**
 * The number of times that a request is repeated after its connection was closed. The closed connection is reported
 * only if every repetition fails too.
 */
const TIMES = 2

/** The maximum number of closed connections per operation that are checked. */
const MOST_CASES = 3

/**
 * Reports requests for which a live server closes the connection without a response, although the server answers other
 * requests. A server may close idle connections, so a read is repeated twice, each time directly after another request
 * that succeeds. A write is not repeated. It is reported if another request of the same operation failed in the same
 * way.
 */
export async function detectClosedConnections(
  judgements: readonly Judgement[],
  context: ExecuteCase,
): Promise<readonly Judgement[]> {
  const other = judgements.find(({ execution }) => isAnsweredRead(execution))?.execution.case
  const closed = judgements.filter(({ execution }) => isClosed(execution))
  if (context.target.name !== 'live' || other === undefined || closed.length === 0) return judgements
  const checked = new Map<Operation, number>()
  const reported = new Set<Judgement>()
  for (const judgement of closed) {
    const { operation } = judgement.execution.case
    const count = checked.get(operation) ?? 0
    if (count >= MOST_CASES) continue
    checked.set(operation, count + 1)
    if (await isReproduced(judgement.execution, closed, other, context)) reported.add(judgement)
  }
  return judgements.map((judgement) => (reported.has(judgement) ? failed(judgement) : judgement))
}

async function isReproduced(
  { case: aCase }: Execution,
  closed: readonly Judgement[],
  other: Case,
  context: ExecuteCase,
): Promise<boolean> {
  const { operation, method = operation.method } = aCase
  const sent = async (each: Case): Promise<Execution | undefined> => {
    if (context.stopConditions?.lost(each.operation) !== undefined) return undefined
    return (await executeCaseGroup({ cases: [each], refused: false }, context))[0]
  }
  const isAlive = async (): Promise<boolean> => statusOf((await sent(other)) ?? {}) !== undefined
  if (!isSafeMethod(method)) {
    const isRepeated = closed.filter(({ execution }) => execution.case.operation === operation).length >= TIMES
    return isRepeated && isAlive()
  }
  for (let time = 0; time < TIMES; time += 1) {
    if (!(await isAlive())) return false
    const again = await sent(aCase)
    if (again === undefined || !isClosed(again)) return false
  }
  return isAlive()
}

function isClosed({ case: aCase, exchange }: Execution): boolean {
  // Does not report a request whose method the document does not define, because the document promises nothing about
  // the response.
  if (exchange === undefined || aCase.expect.kind === 'unsupported-method') return false
  return !isAnswer(exchange.answer) && exchange.answer.kind === 'reset'
}

function isAnsweredRead({ case: aCase, exchange, without }: Execution): boolean {
  const { operation, method = operation.method, journey } = aCase
  const isRead = isSafeMethod(method) && journey === undefined && aCase.expect.kind === 'accepted'
  return isRead && without === undefined && exchange !== undefined && isAnswer(exchange.answer)
}

function failed(judgement: Judgement): Judgement {
  const { because: _because, ...rest } = judgement
  return { ...rest, verdict: 'failed', findings: [...judgement.findings, findingOf(judgement.execution.case)] }
}

function findingOf({ operation, path }: Case): Finding {
  return {
    rule: connectionClosed.id,
    level: connectionClosed.level,
    operation: operation.id,
    case: path,
    clause: clauseId(operation, '/responses'),
    at: '',
    definedAt: operation.document.locate(operation.address),
    message: 'the server closes the connection without a response',
    expected: listStatuses(operation.responses.map(({ status }) => status)),
    received: 'no response',
    source: 'unstated',
    cause: `${operation.id} connection closed`,
  }
}
