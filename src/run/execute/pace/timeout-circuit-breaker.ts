import type { Operation } from '../../../operations/operation.ts'

/** If this many consecutive requests of an operation time out, no further request of that operation is sent. */
const REQUESTS = 5
/** If this many consecutive operations time out, no further request is sent. */
const OPERATIONS = 3
/** A failure that takes less time than this does not count as a timeout. */
const LONG_MILLISECONDS = 1000

/** If this many consecutive operations ask for a pause that is too long, no further request is sent. */
const BUSY_OPERATIONS = 2

/**
 * The result of a request: a response, a 429 or 503 with a pause that is longer than the run may wait, or a failure with
 * its reason and duration.
 */
export type RequestOutcome =
  | 'answered'
  | { readonly busy: string }
  | { readonly failed: string; readonly milliseconds: number; readonly late?: boolean }

/**
 * Stops sending to a server that does not respond, so that a run does not wait for every timeout. Also stops sending to
 * a server that asks for a long pause.
 */
export interface CircuitBreaker {
  /** Records the start of a request. Call the returned function with the result of the request. */
  begin(operation: Operation): (outcome: RequestOutcome) => void
  /**
   * Returns the reason why no further request is sent. Returns undefined as long as the server responds. With
   * `operation`, returns the reason that applies to requests of this operation. Without it, returns the reason that
   * applies to all requests.
   */
  lost(operation?: Operation): string | undefined
  /** Returns every reason that `lost` returned so far, each reason once. */
  timeouts(): readonly string[]
}

/** The requests of one operation, in the order in which they were sent. */
interface Row {
  answered: number
  readonly failed: number[]
  because: string
  /** The last request whose response asked for a pause that is too long, and the reason. */
  busy?: { readonly index: number; readonly because: string }
}

/**
 * Creates the circuit breaker, which stops a run after consecutive timeouts. Requests are consecutive if they were sent
 * one after the other. The order in which they end does not count: concurrent requests time out together, so one short
 * delay of the server would stop the run.
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
