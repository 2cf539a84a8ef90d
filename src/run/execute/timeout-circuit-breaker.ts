import type { Operation } from '../../operations/operation.ts'

/** Consecutive timeouts after which an operation gets no further request. */
const REQUESTS = 5
/** Number of operations that may time out in a row. After that, no request of any operation is sent. */
const OPERATIONS = 3
/** Failures faster than this cost no time, so they do not count. */
const LONG_MILLISECONDS = 1000

/** The result of a request: a response, or a failure with its reason and duration. */
export type RequestOutcome =
  'answered' | { readonly failed: string; readonly milliseconds: number; readonly late?: boolean }

/** Limits how long a run waits for a server that hangs. */
export interface CircuitBreaker {
  /** Records the start of a request; the returned function records its result. */
  begin(operation: Operation): (outcome: RequestOutcome) => void
  /**
   * The reason to send no further request of one operation, or (without argument) of any; undefined while the server
   * responds.
   */
  lost(operation?: Operation): string | undefined
  /** Every reason that `lost` returned so far, each once. */
  timeouts(): readonly string[]
}

/** The requests of one operation, in the order in which they were sent. */
interface Row {
  answered: number
  readonly failed: number[]
  because: string
}

/**
 * Stops a run after consecutive timeouts. Requests count as consecutive in the order in which they were sent, not in
 * which they ended: if a server is slow for a moment, concurrent requests time out together although others were
 * answered.
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
  const giveUp = (what: string, { because }: Row): string => {
    const sentence = `Giving up: ${what} timed out (${because}). Check why the server hangs, or raise --request-timeout.`
    reasons.add(sentence)
    return sentence
  }
  return {
    begin: (operation) => {
      const index = sent++
      const row = rowOf(operation)
      return (outcome) => {
        if (outcome === 'answered') {
          row.answered = Math.max(row.answered, index)
          lastAnswered = Math.max(lastAnswered, index)
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
      if (operation === undefined || row === undefined || !isOver(row)) return undefined
      return giveUp(`${REQUESTS} consecutive requests of ${operation.id}`, row)
    },
    timeouts: () => [...reasons],
  }
}
