import type { Clause } from '../clauses/clause.ts'
import { clauseId, listClauses } from '../clauses/list-clauses.ts'
import type { Source } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import { STATES } from '../report/states.ts'
import { shortClause } from '../report/texts/clause-groups.ts'
import { clauseWords } from './clause-words.ts'
import type { ClauseProof } from './last-proof.ts'

/** The words that the page shows for each source of a clause. */
export const SOURCES: Readonly<Record<Source, string>> = {
  seed: 'seed',
  'vendor-docs': 'vendor',
  assumed: 'assumed',
  open: 'open',
  unstated: 'not stated',
}

/** A clause, and the texts about it that the page shows. */
export interface ShownClause {
  readonly clause: Clause
  readonly proofs: readonly ClauseProof[]
}

/** An operation with its clauses. */
export interface ShownOperation {
  readonly operation: Operation
  readonly clauses: readonly ShownClause[]
}

/** Lists the clauses of each operation, with their last results. */
export function showOperations(
  operations: readonly Operation[],
  proofs: ReadonlyMap<string, readonly ClauseProof[]>,
): ShownOperation[] {
  return operations.map((operation) => ({
    operation,
    clauses: listClauses(operation).map((clause) => ({ clause, proofs: proofs.get(clause.id) ?? [] })),
  }))
}

/** Returns the clause of a documented status. */
export function statusClause({ operation, clauses }: ShownOperation, pointer: string): ShownClause | undefined {
  const id = clauseId(operation, pointer)
  return clauses.find(({ clause }) => clause.id === id)
}

/**
 * Returns the data from which the script of the page makes the lists of clauses. The rows are grouped by operation, and
 * each repeated text is listed once.
 */
export function makePagesData(shown: readonly ShownOperation[]): unknown {
  const texts = new Map<string, number>()
  const indexOf = (text: string | undefined): number | undefined => {
    if (text === undefined) return undefined
    const index = texts.get(text) ?? texts.size
    texts.set(text, index)
    return index
  }
  const rows = shown.map(({ operation, clauses }) =>
    clauses.map(({ clause, proofs }) => ({
      group: indexOf(groupOf(clause)),
      name: shortClause(clause),
      words: clauseWords(clause, operation),
      source: clause.source,
      because: indexOf(clause.because),
      line: clause.definedAt.line,
      file: indexOf(clause.definedAt.file),
      never: indexOf(clause.fault),
      proofs: proofs.map(({ target, state, date, because }) => [target, state, date, indexOf(because) ?? null]),
    })),
  )
  const operations = shown.map(({ operation: { id, method, path, tags } }) => ({ id, method, path, tags }))
  return { operations, rows, texts: [...texts.keys()], states: STATES, sources: SOURCES }
}

function groupOf({ pointer, status, kind }: Clause): string {
  if (kind === 'update' || kind === 'update-refused') return 'Update'
  return status === undefined
    ? /^\/(callbacks|webhooks|links)/.test(pointer)
      ? 'Other'
      : 'Request'
    : `Response ${status}`
}
