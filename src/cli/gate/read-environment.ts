import { ContractError } from '../../errors.ts'
import type { Host } from '../host.ts'

/**
 * A security scheme, the names of the environment variables that contain its secrets, and the values of these
 * variables. The values are present only after they were read.
 */
export interface SuppliedCredential {
  readonly scheme: string
  readonly variables: readonly string[]
  readonly values: readonly string[]
}

/** Parses `scheme=VARIABLE` and `scheme=VARIABLE:VARIABLE`. */
export function suppliedCredential(text: string): SuppliedCredential {
  const at = text.lastIndexOf('=')
  return { scheme: text.slice(0, at), variables: text.slice(at + 1).split(':'), values: [] }
}

/** The options whose values come from environment variables. */
interface FromEnvironment {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly credentials: readonly SuppliedCredential[]
}

/**
 * Reads the environment variables that `--credential` and `-H 'Name: $VARIABLE'` name. Throws `bad-argument` if a
 * variable is missing or empty.
 */
export function readEnvironment<Options extends FromEnvironment>(options: Options, env: Host['env']): Options {
  return {
    ...options,
    headers: options.headers.map(([name, value]) => [name, expand(value, `-H '${name}: …'`, env)] as const),
    credentials: options.credentials.map((each) => ({
      ...each,
      values: each.variables.map((variable) => valueOf(variable, `--credential ${each.scheme}=…`, env)),
    })),
  }
}

/**
 * Replaces `$NAME` and `${NAME}` (in upper case) by the value of the environment variable, and `$$` by a dollar sign.
 */
function expand(text: string, option: string, env: Host['env']): string {
  return text.replaceAll(
    /\$(?:\$|([A-Z_][A-Z0-9_]*)|\{([A-Z_][A-Z0-9_]*)\})/g,
    (_match, bare?: string, braced?: string) => {
      const variable = bare ?? braced
      return variable === undefined ? '$' : valueOf(variable, option, env)
    },
  )
}

function valueOf(variable: string, option: string, env: Host['env']): string {
  const value = env[variable]
  if (value !== undefined && value !== '') return value
  throw new ContractError('bad-argument', {
    what: `${option} reads the environment variable ${variable}, which is ${value === undefined ? 'not set' : 'empty'}`,
    next: `set and export ${variable}${option.startsWith('-H') ? ', or write $$ for a dollar sign' : ''}`,
  })
}
