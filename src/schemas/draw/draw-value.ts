import { ContractError } from '../../errors.ts'
import type { Json } from '../../json.ts'
import { contextFor, drawMatching } from './candidates.ts'
import { listSchemaFaults } from '../list-schema-faults.ts'
import { nodeOf } from '../nodes/node-of.ts'
import type { Direction, Schema } from '../schema.ts'

export interface DrawOptions {
  readonly direction: Direction
  readonly seed: number
  /** `none` (default): the smallest useful value. `all`: a value with as many optional properties as possible. */
  readonly optional?: 'none' | 'all'
}

/**
 * Returns a valid value. Prefers an example or default of the document, and otherwise generates a small value. The same
 * arguments give the same value. Throws `no-valid-value` if the search finds no valid value.
 */
export function drawValue(schema: Schema, options: DrawOptions): Json {
  const root = nodeOf(schema, options.direction)
  const context = contextFor(root, options.seed, { optional: options.optional ?? 'none' })
  for (const value of drawMatching([root], context)) return value
  const { file, line, column } = schema.document.locate(schema.address)
  const [fault] = listSchemaFaults(schema)
  throw new ContractError('no-valid-value', {
    ...(fault === undefined ? {} : { what: fault.message }),
    where: `${file}:${line}:${column} ${schema.address.slice(schema.address.indexOf('#') + 1)}`,
    next: 'add a valid example to the schema',
  })
}
