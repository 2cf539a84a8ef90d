import { markCredential, otherUserOf } from './parts/mark-credential.ts'
import { variableOf } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/** Returns the option `--name value` for a shell command. `value` is printed, so it must not be secret. */
export function optionWord(name: string, value: string): string {
  return `--${name} ${shellWord([{ ours: value }])}`
}

/**
 * Returns an option `-H` for a shell command. A variable replaces the value. The gate expands this variable itself, so
 * that the secret does not appear in the list of processes.
 */
export function headerWord(header: readonly [name: string, value: string], api: string): string {
  return `-H ${shellWord([{ ours: headerLine(header, api) }])}`
}

/** Returns an option `--as` for a shell command. A variable replaces the value. */
export function otherHeaderWord(header: readonly [name: string, value: string], api: string): string {
  return `--as ${shellWord([{ ours: `other=${headerLine(header, otherUserOf(api))}` }])}`
}

function headerLine(header: readonly [name: string, value: string], api: string): string {
  const value = markCredential(header, api).map((piece) =>
    'ours' in piece ? piece.ours.replaceAll('$', '$$$$') : `$${piece.variable}`,
  )
  return `${header[0]}: ${value.join('')}`
}

/** Returns an option `--param` for a shell command. A variable replaces the value. */
export function parameterWord(name: string): string {
  return `--param ${shellWord([{ ours: `${name}=` }, { token: '', variable: variableOf(name.slice(name.lastIndexOf('.') + 1)), value: '' }])}`
}
