import type { Operation, SecurityRequirement, SecurityScheme } from '../../operations/operation.ts'
import type { Credential } from './credential.ts'

/**
 * True if a credential satisfies a security alternative of an operation. Also true if the operation requires no
 * credentials.
 */
export function satisfies(credential: Credential, { security }: Pick<Operation, 'security'>): boolean {
  return security.length === 0 || security.some((alternative) => meetsAlternative(credential, alternative))
}

/**
 * True if a credential has a value for every scheme of a security alternative. Mutual TLS needs no value in a request,
 * because it authenticates the connection. Credentials of the types `headers`, `schemes` and `placeholder`, and changed
 * copies of them, satisfy mutual TLS without a value. A credential of one scheme type, such as `bearer`, does not
 * satisfy mutual TLS.
 */
export function meetsAlternative(credential: Credential, { schemes }: SecurityRequirement): boolean {
  return schemes.every((scheme) => meets(credential, scheme))
}

/**
 * Returns one of the security alternatives that the credential satisfies. Prefers an alternative whose credentials are
 * in the request, then one without schemes, then one with mutual TLS. If several are equal, returns the first. Returns
 * undefined if the credential satisfies no alternative.
 */
export function chooseAlternative(
  credential: Credential,
  { security }: Pick<Operation, 'security'>,
): SecurityRequirement | undefined {
  const met = security.filter((alternative) => meetsAlternative(credential, alternative))
  return met.find(isInRequest) ?? met.find(({ schemes }) => schemes.length === 0) ?? met[0]
}

/**
 * True if the credentials of the alternative are in the request. False if the alternative has no schemes, or only
 * mutual TLS.
 */
export function isInRequest({ schemes }: SecurityRequirement): boolean {
  return schemes.some(({ type }) => type !== 'mutualTLS')
}

/**
 * Returns the lower-case name of the header that a security scheme uses. Returns undefined if the scheme uses no
 * header.
 */
export function headerOfScheme({ type, in: place, parameter = '' }: SecurityScheme): string | undefined {
  if (type === 'mutualTLS' || (type === 'apiKey' && place === 'query')) return undefined
  if (type !== 'apiKey') return 'authorization'
  return place === 'cookie' ? 'cookie' : parameter.toLowerCase()
}

/**
 * True if a credential has a value for a security scheme. The value is found by the name, the header or the type of the
 * scheme.
 */
function meets(credential: Credential, security: SecurityScheme): boolean {
  const { type, scheme, tokenUrl } = security
  switch (credential.type) {
    case 'placeholder':
      return true
    case 'oauth2':
      return type === 'oauth2' && tokenUrl !== undefined
    case 'bearer':
      return type === 'oauth2' || type === 'openIdConnect' || (type === 'http' && scheme === 'bearer')
    case 'basic':
      return type === 'http' && scheme === 'basic'
    case 'apiKey':
      return type === 'apiKey'
    case 'headers':
      return type === 'mutualTLS' || hasHeader(credential.headers, security)
    case 'schemes': {
      const own = credential.schemes[security.name]
      return own === undefined ? type === 'mutualTLS' || hasHeader(credential.headers, security) : meets(own, security)
    }
    case 'changed':
      return meets(credential.good, security)
    case 'none':
      return false
  }
}

function hasHeader(headers: readonly (readonly [string, string])[], scheme: SecurityScheme): boolean {
  const name = headerOfScheme(scheme)
  const value = headers.find(([header]) => header.toLowerCase() === name)?.[1]
  if (value === undefined) return false
  // The header `Authorization` counts only if its first word is the scheme, such as `Basic` or `Bearer`. RFC 9110
  // §11.6.2.
  const [, word] = (name === 'authorization' && /^(Basic|Bearer|Digest) /i.exec(value)) || []
  return word === undefined || word.toLowerCase() === (scheme.type === 'http' ? scheme.scheme : 'bearer')
}
