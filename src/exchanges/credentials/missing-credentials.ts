import type { Operation, SecurityScheme } from '../../operations/operation.ts'
import { satisfies } from './choose-alternative.ts'
import type { Credential } from './credential.ts'

/**
 * Returns the options that supply the missing credentials, such as `--credential key=VARIABLE`. Returns undefined if
 * the operation needs no credentials or `credential` suffices.
 */
export function missingCredentials(operation: Operation, credential: Credential): string | undefined {
  return satisfies(credential, operation) ? undefined : credentialOptions(operation)
}

/** Returns the options that supply the credentials for the first security alternative of an operation. */
export function credentialOptions({ security }: Pick<Operation, 'security'>): string {
  const { schemes = [] } = security.find((requirement) => requirement.schemes.length > 0) ?? {}
  const options = schemes.map((scheme) => optionFor(scheme))
  return options.length === 0 ? "-H 'Authorization: $VARIABLE'" : [...new Set(options)].join(' ')
}

function optionFor(scheme: SecurityScheme): string {
  if (scheme.type === 'mutualTLS') return '--cert FILE --key FILE'
  if (scheme.type === 'oauth2' && scheme.tokenUrl !== undefined) {
    return `--credential ${scheme.name}=ID_VARIABLE:SECRET_VARIABLE`
  }
  if (scheme.type === 'http' && scheme.scheme === 'basic') {
    return `--credential ${scheme.name}=USER_VARIABLE:PASSWORD_VARIABLE`
  }
  return `--credential ${scheme.name}=VARIABLE`
}
