import { ContractError } from '../errors.ts'
import type { Operation, SecurityRequirement, SecurityScheme } from '../operations/operation.ts'
import type { Role } from '../operations/annotations.ts'
import { percentEncode } from '../operations/serialize-parameter.ts'
import type { TokenSource } from './credentials.ts'
import type { AppliedCredential, Credential } from './credential.ts'
import { changedCopy } from './change-credential.ts'
import { forgeCredential } from './forge-credential.ts'

/** A credential and the request that it is used for. */
export interface Applied {
  readonly operation: Operation
  readonly role: Role
  readonly credential: Credential
  readonly tokens: TokenSource
}

const NOTHING: AppliedCredential = { headers: [], query: [], cookies: [] }
const MALFORMED = 'not a credential'
const MALFORMED_BASIC = '%%%'
const PLACEHOLDER = 'placeholder'

/**
 * Returns the parts to add to a request so that it is sent in a role. Uses the first security requirement that the
 * credential satisfies; a requirement without credentials (`{}`) is tried last. Throws `bad-config` if the credential
 * satisfies no requirement. Also throws the errors of `tokens`.
 */
export async function proofOf({ operation, role, credential, tokens }: Applied): Promise<AppliedCredential> {
  if (role === 'anonymous') return NOTHING
  if (role === 'malformed')
    return together((operation.security.find(requiresCredential)?.schemes ?? []).map(malformedFor))
  if (credential.type === 'changed') {
    return changedCopy(await proofOf({ operation, role: 'partner', credential: credential.good, tokens }))
  }
  if (credential.type === 'headers') return { ...NOTHING, headers: credential.headers }
  if (credential.type === 'schemes') return ofSchemes(operation, credential, tokens)
  if (credential.type === 'none' || operation.security.length === 0) return NOTHING
  const satisfied = operation.security.filter(({ schemes }) => schemes.every((scheme) => meets(credential, scheme)))
  const chosen = satisfied.find(requiresCredential) ?? satisfied[0]
  if (chosen === undefined) {
    throw new ContractError('bad-config', {
      what: `${operation.id} does not accept a credential ${typeName(credential)}`,
      where: operation.security.flatMap(({ schemes }) => schemes.map(({ name }) => name)).join(', '),
    })
  }
  return together(await Promise.all(chosen.schemes.map((scheme) => proofFor(scheme, credential, tokens))))
}

/** True if a credential satisfies a security requirement of an operation, or if the operation requires none. */
export function satisfies(credential: Credential, { security }: Pick<Operation, 'security'>): boolean {
  if (security.length === 0 || security.some(({ schemes }) => schemes.length === 0)) return true
  return security.some(({ schemes }) => schemes.every((scheme) => meetsByName(credential, scheme)))
}

/**
 * True if a credential contains a value for a scheme. The value may be given under the name of the scheme, be given as
 * a header, or have the type of the scheme.
 */
function meetsByName(credential: Credential, scheme: SecurityScheme): boolean {
  if (credential.type !== 'headers' && credential.type !== 'schemes') return meets(credential, scheme)
  // Mutual TLS authenticates the connection, so no part of the request carries a credential.
  if (scheme.type === 'mutualTLS') return true
  const own = credential.type === 'schemes' ? credential.schemes[scheme.name] : undefined
  if (own !== undefined) return meets(own, scheme)
  const header = headerOfScheme(scheme)
  return header !== undefined && credential.headers.some(([name]) => name.toLowerCase() === header)
}

/**
 * Returns the name, in lower case, of the header that carries the credentials of a scheme. Returns undefined if the
 * credentials are not in a header.
 */
export function headerOfScheme({ type, in: place, parameter = '' }: SecurityScheme): string | undefined {
  if (type === 'mutualTLS' || (type === 'apiKey' && place === 'query')) return undefined
  if (type !== 'apiKey') return 'authorization'
  return place === 'cookie' ? 'cookie' : parameter.toLowerCase()
}

/** Applies the extra headers, and the credentials for the schemes of the first requirement that is satisfied. */
async function ofSchemes(
  { security }: Operation,
  credential: Extract<Credential, { type: 'schemes' }>,
  tokens: TokenSource,
): Promise<AppliedCredential> {
  const met = security.filter(({ schemes }) => schemes.every((scheme) => meetsByName(credential, scheme)))
  const { schemes = [] } = met.find(requiresCredential) ?? {}
  const proofs = schemes.map(async (scheme) => {
    const own = credential.schemes[scheme.name]
    if (own === undefined) return NOTHING
    const { forged } = credential
    if (forged === undefined) return proofFor(scheme, own, tokens)
    const issued = (): Promise<string> => (own.type === 'oauth2' ? tokens.tokenFor(own, scheme) : Promise.resolve(''))
    return proofFor(scheme, await forgeCredential(own, forged, issued), tokens)
  })
  return together([...(await Promise.all(proofs)), { ...NOTHING, headers: credential.headers }])
}

/** The error names only known types. A provider state may return any text as the type, and the text may be secret. */
function typeName({ type }: Credential): string {
  const isKnown = ['none', 'oauth2', 'bearer', 'basic', 'apiKey', 'headers', 'schemes', 'placeholder'].includes(type)
  return isKnown ? `of the type ${type}` : 'of that type'
}

const requiresCredential = ({ schemes }: SecurityRequirement): boolean => schemes.length > 0

function meets(credential: Credential, { type, scheme, tokenUrl }: SecurityScheme): boolean {
  const isBearer = type === 'oauth2' || type === 'openIdConnect' || (type === 'http' && scheme === 'bearer')
  switch (credential.type) {
    case 'placeholder':
      return true
    case 'oauth2':
      return type === 'oauth2' && tokenUrl !== undefined
    case 'bearer':
      return isBearer
    case 'basic':
      return type === 'http' && scheme === 'basic'
    case 'apiKey':
      return type === 'apiKey'
    default:
      return false
  }
}

async function proofFor(
  scheme: SecurityScheme,
  credential: Credential,
  tokens: TokenSource,
): Promise<AppliedCredential> {
  switch (credential.type) {
    case 'oauth2':
      return bearer(await tokens.tokenFor(credential, scheme))
    case 'bearer':
      return bearer(credential.token)
    case 'basic':
      return basic(credential.username, credential.password)
    case 'apiKey':
      return key(scheme, credential.value)
    default:
      return scheme.scheme === 'basic' ? basic(PLACEHOLDER, PLACEHOLDER) : ofScheme(scheme, PLACEHOLDER)
  }
}

/**
 * True for the malformed credentials that the gate sends. `value` does not include the name of the scheme, such as
 * `Bearer`.
 */
export function isMalformedCredential(value: string): boolean {
  return [MALFORMED, percentEncode(MALFORMED), MALFORMED_BASIC].includes(value)
}

/**
 * Returns a malformed credential. It is in the right place of the request, but its value does not have the form that
 * the scheme requires.
 */
function malformedFor(scheme: SecurityScheme): AppliedCredential {
  return scheme.scheme === 'basic' ? header(`Basic ${MALFORMED_BASIC}`) : ofScheme(scheme, MALFORMED)
}

function ofScheme(scheme: SecurityScheme, value: string): AppliedCredential {
  // Mutual TLS authenticates the connection, so no part of the request carries a credential.
  if (scheme.type === 'mutualTLS') return NOTHING
  if (scheme.type === 'apiKey') return key(scheme, value)
  return scheme.type === 'http' && scheme.scheme !== 'bearer' ? header(`${scheme.scheme} ${value}`) : bearer(value)
}

function key({ in: place, parameter = '' }: SecurityScheme, value: string): AppliedCredential {
  const pair = `${percentEncode(parameter)}=${percentEncode(value)}`
  if (place === 'query') return { ...NOTHING, query: [pair] }
  if (place === 'cookie') return { ...NOTHING, cookies: [`${parameter}=${percentEncode(value)}`] }
  return { ...NOTHING, headers: [[parameter, value]] }
}

const header = (value: string): AppliedCredential => ({ ...NOTHING, headers: [['Authorization', value]] })
const bearer = (token: string): AppliedCredential => header(`Bearer ${token}`)
const basic = (name: string, password: string): AppliedCredential =>
  header(`Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`)

function together(proofs: readonly AppliedCredential[]): AppliedCredential {
  return {
    headers: proofs.flatMap(({ headers }) => headers),
    query: proofs.flatMap(({ query }) => query),
    cookies: proofs.flatMap(({ cookies }) => cookies),
  }
}
