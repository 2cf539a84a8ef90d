import type { Operation } from '../../operations/operation.ts'

/** The parts of an operation that show whether it is destructive. Only ids in the query matter among the parameters. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
