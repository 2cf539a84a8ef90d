import type { Operation } from '../../operations/operation.ts'

/** The parts of an operation that the table of destructive words reads; of the parameters only ids in the query. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
