import { ContractError } from '../../errors.ts'
import type { Host } from '../host/host.ts'

/**
 * A security scheme, and the names of the environment variables that contain its secrets. `values` is empty until
 * `readEnvironment` reads these variables.
 */
export interface SuppliedCredential {
  readonly scheme: string
  readonly variables: readonly string[]
  readonly values: readonly string[]
}

/** Parses `scheme=VARIABLE` or `scheme=VARIABLE:VARIABLE`. */
export function suppliedCredential(text: string): SuppliedCredential {
  const at = text.lastIndexOf('=')
  return { scheme: text.slice(0, at), variables: text.slice(at + 1).split(':'), values: [] }
}

/** The options whose values may name environment variables. */
interface FromEnvironment {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly credentials: readonly SuppliedCredential[]
  readonly otherHeaders: readonly (readonly [name: string, value: string])[]
}

/**
 * Replaces the environment variables in `--credential`, `-H 'Name: $VARIABLE'` and `--as` with their values. Throws
 * `bad-argument` if a variable is missing or empty, or if the second user has the same credentials as the first.
 */
export function readEnvironment<Options extends FromEnvironment>(options: Options, env: Host['env']): Options {
  const read = {
    ...options,
    headers: options.headers.map(([name, value]) => [name, expand(value, `-H '${name}: …'`, env)] as const),
    credentials: options.credentials.map((each) => ({
      ...each,
      values: each.variables.map((variable) => valueOf(variable, `--credential ${each.scheme}=…`, env)),
    })),
    otherHeaders: options.otherHeaders.map(
      ([name, value]) => [name, expand(value, `--as 'other=${name}: …'`, env)] as const,
    ),
  }
  if (read.otherHeaders.length > 0 && read.otherHeaders.every((each) => isOfFirst(each, read)))
    throw new ContractError('bad-argument', {
      what: '--as gives the same credentials as -H or --credential, so there is no second user (values hidden)',
      next: 'give the credentials of another user, or remove --as',
    })
  return read
}

/** True if a header of the second user has the same value as a header or credential of the first user. */
function isOfFirst([name, value]: readonly [string, string], { headers, credentials }: FromEnvironment): boolean {
  const isSameHeader = headers.some(([other, text]) => other.toLowerCase() === name.toLowerCase() && text === value)
  const secrets = credentials.flatMap(({ values }) => [
    values.join(':'),
    Buffer.from(values.join(':')).toString('base64'),
  ])
  return isSameHeader || secrets.includes(value.replace(/^(Bearer|Basic) +/i, ''))
}

/** Replaces `$NAME` and `${NAME}` (upper case) with environment variables, and `$$` with a dollar sign. */
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
