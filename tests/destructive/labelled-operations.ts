import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ListedOperation } from './list-operations.js'

/** An operation with the label that a reader gave it, and the reason in a few words. */
export interface LabelledOperation extends ListedOperation {
  readonly destructive: boolean
  readonly because: string
}

/** The checked-in list: the rules of labelling are at its top. */
export function readLabelledOperations(): {
  readonly corpus: Readonly<Record<string, readonly LabelledOperation[]>>
  readonly tuning: readonly LabelledOperation[]
  readonly 'held-out': readonly LabelledOperation[]
} {
  return parse(readFileSync('tests/destructive/operations.yaml', 'utf8'))
}
