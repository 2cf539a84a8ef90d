import type { Operation } from '../../operations/operation.ts'

/** The parts of an operation that may show a destructive effect. From `parameters`, only ids in the query are read. */
export type NamedOperation = Pick<Operation, 'method' | 'path' | 'id' | 'summary'> &
  Partial<Pick<Operation, 'parameters'>>
