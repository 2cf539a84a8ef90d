import { ContractError } from '../../errors.ts'
import type { Access, Operation, SecurityScheme } from '../../operations/operation.ts'
import type { Role } from '../../operations/annotations.ts'
import { percentEncode } from '../../operations/serialize-parameter.ts'
import type { TokenExchange } from './credentials.ts'
import type { AppliedCredential, Credential } from './credential.ts'
import { changedCopy } from './change-credential.ts'
import { chooseAlternative, headerOfScheme, isInRequest } from './choose-alternative.ts'
import { forgeCredential } from './forge-credential.ts'

/** A credential, and the request to which it is added. */
export interface CredentialUse {
  readonly operation: Operation
  readonly role: Role
  readonly credential: Credential
  readonly tokens: TokenExchange
  readonly access?: Access
}

const NOTHING: AppliedCredential = { headers: [], query: [], cookies: [] }
const MALFORMED = 'not a credential'
const MALFORMED_BASIC = '%%%'
const PLACEHOLDER = 'placeholder'

/**
 * Returns the headers, query parameters and cookies that authenticate a request. Uses the security alternative in
 * `access`. If `access` is absent, uses the alternative that `chooseAlternative` returns. Throws `bad-config` if the
 * credential satisfies no alternative. Also throws the errors of `tokens`.
 */
export async function proofOf(applied: CredentialUse): Promise<AppliedCredential> {
  const { operation, role, credential, access, tokens } = applied
  if (access === undefined && role === 'anonymous') return NOTHING
  if (access === undefined && role === 'malformed')
    return together((operation.security.find(isInRequest)?.schemes ?? []).map(malformedFor))
  if (credential.type === 'changed') return changedCopy(await proofOf({ ...applied, credential: credential.good }))
  if (credential.type === 'none' || (operation.security.length === 0 && !hasHeaders(credential))) return NOTHING
  const chosen =
    access === undefined
      ? chooseAlternative(credential, operation)
      : operation.security.find(({ pointer }) => pointer === access.alternative)
  if (chosen === undefined) {
    if (hasHeaders(credential)) return ofHeaders(credential.headers)
    throw new ContractError('bad-config', {
      what: `${operation.id} does not accept a credential of ${typeName(credential)}`,
      where: operation.security.flatMap(({ schemes }) => schemes.map(({ name }) => name)).join(', '),
    })
  }
  if (access !== undefined && chosen.schemes.length === 0) return NOTHING
  const parts = chosen.schemes.map(async (scheme) => {
    const bad = access?.defect?.schemes.includes(scheme.name) === true ? access.defect.kind : undefined
    if (bad === 'missing') return NOTHING
    const part = await partFor(scheme, operation, credential, tokens)
    return bad === 'changed' ? changedCopy(part) : part
  })
  const others = hasHeaders(credential) ? withoutSchemes(credential.headers, operation) : []
  return together([...(await Promise.all(parts)), ofHeaders(others)])
}

/** Returns what a credential adds to a request for one security scheme. */
async function partFor(
  scheme: SecurityScheme,
  operation: Operation,
  credential: Credential,
  tokens: TokenExchange,
): Promise<AppliedCredential> {
  if (!hasHeaders(credential)) return proofFor(scheme, credential, tokens)
  const own = credential.type === 'schemes' ? credential.schemes[scheme.name] : undefined
  if (own === undefined) return fromHeaders(scheme, operation, credential.headers)
  const forged = credential.type === 'schemes' ? credential.forged : undefined
  if (forged === undefined) return proofFor(scheme, own, tokens)
  const issued = (): Promise<string> => (own.type === 'oauth2' ? tokens.tokenFor(own, scheme) : Promise.resolve(''))
  return proofFor(scheme, await forgeCredential(own, forged, issued), tokens)
}

type Headers = readonly (readonly [string, string])[]

function hasHeaders(credential: Credential): credential is Extract<Credential, { readonly headers: Headers }> {
  return credential.type === 'headers' || credential.type === 'schemes'
}

/**
 * Returns the header that a security scheme needs. If this header is `Cookie`, removes the cookies of other schemes.
 */
function fromHeaders(scheme: SecurityScheme, operation: Operation, headers: Headers): AppliedCredential {
  const name = headerOfScheme(scheme)
  const found = ofHeaders(headers.filter(([header]) => header.toLowerCase() === name))
  const others = new Set(
    schemesOf(operation).flatMap((each) =>
      headerOfScheme(each) === 'cookie' && each.name !== scheme.name ? (each.parameter ?? []) : [],
    ),
  )
  return { ...found, cookies: found.cookies.filter((pair) => !others.has(pair.split('=')[0] ?? '')) }
}

/** Returns the headers that no security scheme of the operation uses. */
function withoutSchemes(headers: Headers, operation: Operation): Headers {
  const names = new Set(schemesOf(operation).map((scheme) => headerOfScheme(scheme)))
  return headers.filter(([name]) => !names.has(name.toLowerCase()))
}

function schemesOf({ security }: Operation): SecurityScheme[] {
  return security.flatMap(({ schemes }) => schemes)
}

function ofHeaders(headers: Headers): AppliedCredential {
  const isCookie = ([name]: Headers[number]): boolean => name.toLowerCase() === 'cookie'
  return {
    ...NOTHING,
    headers: headers.filter((header) => !isCookie(header)),
    cookies: headers.filter(isCookie).flatMap(([, value]) => value.split(/;\s*/).filter((pair) => pair !== '')),
  }
}

/**
 * Returns the type of a credential for a message. Returns only a known type: a provider state may return any text as
 * the type, even a secret.
 */
function typeName({ type }: Credential): string {
  const isKnown = ['none', 'oauth2', 'bearer', 'basic', 'apiKey', 'headers', 'schemes', 'placeholder'].includes(type)
  return isKnown ? `the type ${type}` : 'that type'
}

async function proofFor(
  scheme: SecurityScheme,
  credential: Credential,
  tokens: TokenExchange,
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
 * True if the value is one of the malformed credentials that the gate sends. `value` does not contain a prefix such as
 * `Bearer`.
 */
export function isMalformedCredential(value: string): boolean {
  return [MALFORMED, percentEncode(MALFORMED), MALFORMED_BASIC].includes(value)
}

/** Returns a credential that is at the right place of the request but has a wrong form. */
function malformedFor(scheme: SecurityScheme): AppliedCredential {
  return scheme.scheme === 'basic' ? header(`Basic ${MALFORMED_BASIC}`) : ofScheme(scheme, MALFORMED)
}

function ofScheme(scheme: SecurityScheme, value: string): AppliedCredential {
  // Mutual TLS authenticates the connection, so the request contains no credential.
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

/**
 * Joins the credentials of several schemes. If two schemes need the same header, such as `Authorization`, sends this
 * header once.
 */
function together(proofs: readonly AppliedCredential[]): AppliedCredential {
  const headers = new Map(proofs.flatMap((proof) => proof.headers.map((each) => [each.join(': '), each])))
  return {
    headers: [...headers.values()],
    query: [...new Set(proofs.flatMap(({ query }) => query))],
    cookies: [...new Set(proofs.flatMap(({ cookies }) => cookies))],
  }
}
