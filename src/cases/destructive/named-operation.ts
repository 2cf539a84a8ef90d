import type { Operation } from '../../operations/operation.ts'

/** The parts of an operation that show whether it is destructive. The only relevant parameters are ids in the query. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
