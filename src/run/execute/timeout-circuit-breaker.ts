import type { Operation } from '../../operations/operation.ts'

/** So many requests of one operation that are waited for in vain in a row, and no more of it are sent. */
const REQUESTS = 5
/** So many operations that are given up with no answer after them, and the server is. */
const OPERATIONS = 3
/** What fails sooner than this costs nothing, and is tried to the end. */
const LONG_MILLISECONDS = 1000

/** What came of a request: an answer, or why there is none and how long that took. */
export type Outcome = 'answered' | { readonly failed: string; readonly milliseconds: number; readonly late?: boolean }

/** How long a server that hangs is waited for. */
export interface CircuitBreaker {
  /** Hears that a request of an operation begins; what it gives hears what came of it. */
  begin(operation: Operation): (outcome: Outcome) => void
  /** Why no further request of an operation is sent, or of any; nothing while there is hope. */
  lost(operation?: Operation): string | undefined
  /** What was told of that so far, each sentence once. */
  givenUp(): readonly string[]
}

/** The requests of somebody, in the order in which they were sent. */
interface Row {
  answered: number
  readonly failed: number[]
  because: string
}

/**
 * Requests count in the order in which they are sent, not in that of their ends: of many that are under way at once the
 * slow ones end together, and a server that is slow now and then has answered others between them.
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
  const inVain = ({ answered, failed }: Row): number => failed.filter((index) => index > answered).length
  const isOver = (row: Row): boolean => inVain(row) >= REQUESTS
  const told = new Set<string>()
  const tell = (what: string, { because }: Row): string => {
    const sentence = `${what} (${because}); see why it hangs, or give it longer with --request-timeout`
    told.add(sentence)
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
        return tell(`the server is given up: ${OPERATIONS} operations in a row were waited for in vain`, last)
      }
      const row = operation === undefined ? undefined : rows.get(operation)
      if (operation === undefined || row === undefined || !isOver(row)) return undefined
      return tell(`${operation.id} is given up: ${REQUESTS} requests in a row were waited for in vain`, row)
    },
    givenUp: () => [...told],
  }
}
