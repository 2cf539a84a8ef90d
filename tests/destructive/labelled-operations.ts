import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ListedOperation } from './list-operations.js'

/** An operation, the judgement of a human reader (destructive or not), and the reason for the judgement. */
export interface LabelledOperation extends ListedOperation {
  readonly destructive: boolean
  readonly because: string
}

/** Reads the list of operations that human readers have labelled. The rules for labels are at the top of that file. */
export function readLabelledOperations(): {
  readonly corpus: Readonly<Record<string, readonly LabelledOperation[]>>
  readonly tuning: readonly LabelledOperation[]
  readonly 'held-out': readonly LabelledOperation[]
} {
  return parse(readFileSync('tests/destructive/operations.yaml', 'utf8'))
}
