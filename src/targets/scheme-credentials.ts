import { ContractError } from '../errors.ts'
import type { SchemeCredential } from '../exchanges/credentials/credential.ts'
import type { Operation, SecurityScheme } from '../operations/operation.ts'

/** The secrets that the user gave for one security scheme: one value, or two values such as user and password. */
export interface SchemeValues {
  readonly scheme: string
  readonly values: readonly string[]
}

/** Credentials by the name of their security scheme. */
export type SchemeCredentials = Readonly<Record<string, SchemeCredential>>

/**
 * Builds credentials from the user's secrets, as the security schemes require. Throws `bad-argument` for an unknown
 * scheme or a wrong number of values.
 */
export function schemeCredentials(
  supplied: readonly SchemeValues[],
  operations: readonly Operation[],
): SchemeCredentials {
  const schemes = new Map(
    operations
      .flatMap(({ security }) => security.flatMap((requirement) => requirement.schemes))
      .map((scheme) => [scheme.name, scheme]),
  )
  return Object.fromEntries(
    supplied.map(({ scheme: name, values }) => {
      const scheme = schemes.get(name)
      if (scheme === undefined) throw unknownScheme(name, [...schemes.keys()])
      return [name, credentialFor(scheme, values)]
    }),
  )
}

/**
 * Returns the credential for a scheme. Throws if the number of values is wrong. For Basic authentication, one value
 * `user:password` is enough (RFC 7617).
 */
function credentialFor(scheme: SecurityScheme, values: readonly string[]): SchemeCredential {
  const { name, type } = scheme
  const [first = '', second] = values
  if (type === 'apiKey') {
    if (second === undefined) return { type: 'apiKey', value: first }
    throw wrongForm(name, 'an API key is one value')
  }
  if (type === 'http' && scheme.scheme === 'basic') {
    const at = first.indexOf(':')
    if (second !== undefined) return { type: 'basic', username: first, password: second }
    if (at > 0) return { type: 'basic', username: first.slice(0, at), password: first.slice(at + 1) }
    throw wrongForm(name, 'basic authentication needs a user and a password')
  }
  if (second === undefined) return { type: 'bearer', token: first }
  if (type === 'oauth2' && scheme.tokenUrl !== undefined) {
    return { type: 'oauth2', clientId: first, clientSecret: second }
  }
  throw wrongForm(name, 'this scheme takes an access token, which is one value')
}

function unknownScheme(name: string, known: readonly string[]): ContractError {
  return new ContractError('bad-argument', {
    what: `--credential names the security scheme ${name}, which no chosen operation uses`,
    next: known.length === 0 ? 'remove the option' : `use one of ${known.join(', ')}`,
  })
}

function wrongForm(name: string, what: string): ContractError {
  return new ContractError('bad-argument', {
    what: `--credential ${name}: ${what}`,
    next: `--credential ${name}=VARIABLE for one value, --credential ${name}=VARIABLE:VARIABLE for two`,
  })
}
