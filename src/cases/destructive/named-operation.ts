import type { Operation } from '../../operations/operation.ts'

/** The parts of an operation that show whether it is destructive. Only query parameters that are ids matter. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
