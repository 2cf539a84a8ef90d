import type { Operation } from '../../operations/operation.ts'

/** What decides whether an operation is destructive. Parameters are read only for ids in the query. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
