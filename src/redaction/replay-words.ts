import type { Operation } from '../operations/operation.ts'
import { markCredential, secretNames } from './parts/mark-credential.ts'
import { variableOf } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/** `--name value` in a shell, for a value that may be published. */
export function optionWord(name: string, value: string): string {
  return `--${name} ${shellWord([{ ours: value }])}`
}

/**
 * `-H` in a shell, with a variable instead of the value: the one that the curl line of the same finding has. It is in
 * single quotes, so that the gate reads the variable and no secret is in a process list.
 */
export function headerWord(
  header: readonly [name: string, value: string],
  operations: readonly Operation[],
  api: string,
): string {
  const keys = new Set(operations.flatMap((operation) => [...secretNames(operation, 'header')]))
  const value = markCredential(header, keys, api).map((piece) =>
    'ours' in piece ? piece.ours.replaceAll('$', '$$$$') : `$${piece.variable}`,
  )
  return `-H ${shellWord([{ ours: `${header[0]}: ${value.join('')}` }])}`
}

/** `--param` in a shell, with a variable instead of the value: that of the name without its operation. */
export function parameterWord(name: string): string {
  return `--param ${shellWord([{ ours: `${name}=` }, { token: '', variable: variableOf(name.slice(name.lastIndexOf('.') + 1)), value: '' }])}`
}
