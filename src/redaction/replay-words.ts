import { markCredential, otherUserOf } from './parts/mark-credential.ts'
import { variableOf } from './parts/piece.ts'
import { shellWord } from './parts/shell-word.ts'

/** Returns `--name value` for a shell command. `value` must be safe to publish. */
export function optionWord(name: string, value: string): string {
  return `--${name} ${shellWord([{ ours: value }])}`
}

/**
 * Returns an option `-H` for a shell command. The value of the header is a shell variable; the curl command of the
 * finding uses the same variable. The option is in single quotes, so that the gate replaces the variable. If the shell
 * replaced it, the secret would be in the list of processes.
 */
export function headerWord(header: readonly [name: string, value: string], api: string): string {
  return `-H ${shellWord([{ ours: headerLine(header, api) }])}`
}

/** Returns an option `--as` for a shell command, in the same form as `headerWord`. */
export function otherHeaderWord(header: readonly [name: string, value: string], api: string): string {
  return `--as ${shellWord([{ ours: `other=${headerLine(header, otherUserOf(api))}` }])}`
}

function headerLine(header: readonly [name: string, value: string], api: string): string {
  const value = markCredential(header, api).map((piece) =>
    'ours' in piece ? piece.ours.replaceAll('$', '$$$$') : `$${piece.variable}`,
  )
  return `${header[0]}: ${value.join('')}`
}

/** Returns an option `--param` for a shell command. The value is a shell variable with the name of the parameter. */
export function parameterWord(name: string): string {
  return `--param ${shellWord([{ ours: `${name}=` }, { token: '', variable: variableOf(name.slice(name.lastIndexOf('.') + 1)), value: '' }])}`
}
