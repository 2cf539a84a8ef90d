import type { Operation } from '../../operations/operation.ts'

/**
 * The properties of an operation that may show that it is destructive. `parameters` is read only for ids in the query.
 */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters' | 'description'>>
