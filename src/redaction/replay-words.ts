import { markCredential, otherUserOf } from './parts/mark-credential.ts'
import { variableOf } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/** Returns `--name value` for a shell command. `value` must be public. */
export function optionWord(name: string, value: string): string {
  return `--${name} ${shellWord([{ ours: value }])}`
}

/**
 * Returns an option `-H` for a shell command, with a variable in place of the value. The gate replaces the variable,
 * not the shell, so that no secret is in the list of processes.
 */
export function headerWord(header: readonly [name: string, value: string], api: string): string {
  return `-H ${shellWord([{ ours: headerLine(header, api) }])}`
}

/** Returns an option `--as` for a shell command, with a variable in place of the value. */
export function otherHeaderWord(header: readonly [name: string, value: string], api: string): string {
  return `--as ${shellWord([{ ours: `other=${headerLine(header, otherUserOf(api))}` }])}`
}

function headerLine(header: readonly [name: string, value: string], api: string): string {
  const value = markCredential(header, api).map((piece) =>
    'ours' in piece ? piece.ours.replaceAll('$', '$$$$') : `$${piece.variable}`,
  )
  return `${header[0]}: ${value.join('')}`
}

/** Returns an option `--param` for a shell command, with a variable in place of the value. */
export function parameterWord(name: string): string {
  return `--param ${shellWord([{ ours: `${name}=` }, { token: '', variable: variableOf(name.slice(name.lastIndexOf('.') + 1)), value: '' }])}`
}
