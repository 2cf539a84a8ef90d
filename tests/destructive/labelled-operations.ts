import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ListedOperation } from './list-operations.js'

/** An operation, whether a human reader considers it destructive, and the reason in a few words. */
export interface LabelledOperation extends ListedOperation {
  readonly destructive: boolean
  readonly because: string
}

/** Reads the checked-in list. The rules for labels are at the top of the list. */
export function readLabelledOperations(): {
  readonly corpus: Readonly<Record<string, readonly LabelledOperation[]>>
  readonly tuning: readonly LabelledOperation[]
  readonly 'held-out': readonly LabelledOperation[]
} {
  return parse(readFileSync('tests/destructive/operations.yaml', 'utf8'))
}
