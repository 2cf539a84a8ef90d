import type { Operation } from '../../../operations/operation.ts'

/** The number of consecutive timeouts of one operation after which its requests are no longer sent. */
const REQUESTS = 5
/** If this number of operations reach `REQUESTS` consecutive timeouts, no more requests are sent at all. */
const OPERATIONS = 3
/**
 * The shortest wait for a response that counts as a timeout, in milliseconds. A request that fails sooner failed for
 * another reason.
 */
const LONG_MILLISECONDS = 1000

/**
 * If the server asks for a long pause at this number of operations, one after the other, no more requests are sent at
 * all.
 */
const BUSY_OPERATIONS = 2

/**
 * The result of a request. `busy`: the server answers 429 or 503 and asks for a longer pause than the run permits.
 * `failed`: no response.
 */
export type RequestOutcome =
  | 'answered'
  | { readonly busy: string }
  | { readonly failed: string; readonly milliseconds: number; readonly late?: boolean }

/**
 * Stops sending to a server that does not respond or that asks for a long pause. Without it, a run would wait for each
 * timeout.
 */
export interface CircuitBreaker {
  /** Records the start of a request. Call the returned function with the result of the request. */
  begin(operation: Operation): (outcome: RequestOutcome) => void
  /**
   * Returns why no more requests are sent. With `operation`, returns why no more requests of this operation are sent.
   * Returns undefined if the server responds.
   */
  lost(operation?: Operation): string | undefined
  /** Returns all reasons that `lost` returned so far, without duplicates. */
  timeouts(): readonly string[]
}

/** The requests of one operation, in the order of sending. */
interface Row {
  answered: number
  readonly failed: number[]
  because: string
  /**
   * The last request after which the server asked for a long pause: the index of the request, and the reason to report.
   */
  busy?: { readonly index: number; readonly because: string }
}

/**
 * Creates the circuit breaker, which stops a run after consecutive timeouts. "Consecutive" means the order of sending.
 * It does not mean the order of responses, because concurrent requests time out together, and one short delay of the
 * server must not stop the run.
 */
export function circuitBreaker(): CircuitBreaker {
  let sent = 0
  let lastAnswered = -1
  const rows = new Map<Operation, Row>()
  const rowOf = (operation: Operation): Row => {
    const row = rows.get(operation) ?? { answered: -1, failed: [], because: '' }
    rows.set(operation, row)
    return row
  }
  const isOver = ({ answered, failed }: Row): boolean => failed.filter((index) => index > answered).length >= REQUESTS
  const reasons = new Set<string>()
  const give = (sentence: string): string => {
    reasons.add(sentence)
    return sentence
  }
  const giveUp = (what: string, { because }: Row): string =>
    give(`Giving up: ${what} timed out (${because}). Check why the server hangs, or raise --request-timeout.`)
  return {
    begin: (operation) => {
      const index = sent++
      const row = rowOf(operation)
      return (outcome) => {
        if (outcome === 'answered') {
          row.answered = Math.max(row.answered, index)
          lastAnswered = Math.max(lastAnswered, index)
        } else if ('busy' in outcome) {
          row.busy = { index, because: outcome.busy }
        } else if (outcome.late === true || outcome.milliseconds >= LONG_MILLISECONDS) {
          row.failed.push(index)
          row.because = outcome.failed
        }
      }
    },
    lost: (operation) => {
      const over = [...rows].filter(([, row]) => isOver(row) && row.failed.some((index) => index > lastAnswered))
      const [, last] = over.at(-1) ?? []
      if (last !== undefined && over.length >= OPERATIONS) {
        return giveUp(`${OPERATIONS} consecutive operations`, last)
      }
      const row = operation === undefined ? undefined : rows.get(operation)
      const busy = [...rows.values()].flatMap((each) =>
        each.busy !== undefined && each.busy.index > lastAnswered ? [each.busy] : [],
      )
      if (busy.length >= BUSY_OPERATIONS) return give(`Giving up: ${busy.at(-1)?.because ?? ''}`)
      if (operation !== undefined && row?.busy !== undefined)
        return give(`Giving up ${operation.id}: ${row.busy.because}`)
      if (operation === undefined || row === undefined || !isOver(row)) return undefined
      return giveUp(`${REQUESTS} consecutive requests of ${operation.id}`, row)
    },
    timeouts: () => [...reasons],
  }
}
