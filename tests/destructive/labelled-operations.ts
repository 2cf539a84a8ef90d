import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ListedOperation } from './list-operations.js'

/** An operation, the verdict of a human reader on whether it is destructive, and the reader's reason. */
export interface LabelledOperation extends ListedOperation {
  readonly destructive: boolean
  readonly because: string
}

/**
 * Reads the operations that human readers have labelled as destructive or not. The rules for labels are at the top of
 * the file that it reads.
 */
export function readLabelledOperations(): {
  readonly corpus: Readonly<Record<string, readonly LabelledOperation[]>>
  readonly tuning: readonly LabelledOperation[]
  readonly 'held-out': readonly LabelledOperation[]
} {
  return parse(readFileSync('tests/destructive/operations.yaml', 'utf8'))
}
