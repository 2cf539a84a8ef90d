import { ContractError } from '../errors.ts'
import type { Json } from '../json.ts'
import { contextFor, drawHolding } from './draw/candidates.ts'
import { listSchemaFaults } from './list-schema-faults.ts'
import { partOf } from './nodes/nodes-of.ts'
import type { Direction, Schema } from './schema.ts'

export interface DrawOptions {
  readonly direction: Direction
  readonly seed: number
  /** `none` (default): the smallest sensible value; `all`: every optional member that can be drawn. */
  readonly optional?: 'none' | 'all'
}

/**
 * A value that keeps a schema: an example or default of the document where one does, else the smallest sensible one.
 * Same schema, options and seed, same value. Throws `no-valid-value` where none is found.
 */
export function drawValue(schema: Schema, options: DrawOptions): Json {
  const root = partOf(schema, options.direction)
  const context = contextFor(root, options.seed, { optional: options.optional ?? 'none' })
  for (const value of drawHolding([root], context)) return value
  const { file, line, column } = schema.document.locate(schema.address)
  const [fault] = listSchemaFaults(schema)
  throw new ContractError('no-valid-value', {
    ...(fault === undefined ? {} : { what: fault.message }),
    where: `${file}:${line}:${column} ${schema.address.slice(schema.address.indexOf('#') + 1)}`,
    next: 'give the schema an example that keeps it',
  })
}
