import { type SandboxAnswer, jsonAnswer } from '../../http/answer.ts'
import type { RequestText } from '../../http/body.ts'
import { isMediaType } from '../../http/media-type.ts'
import type { Partner, LobbieStore } from '../store.ts'
import type { Tokens } from './tokens.ts'

const NOT_STORED = { 'cache-control': 'no-store', pragma: 'no-cache' }
/** Matches a scope of Lobbie. A scope begins with the name of the environment. */
const SCOPE = /^[a-z]+-lobbie-api\/partner-api$/

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly contentType: string | null
  readonly authorization: string | null
  readonly body: RequestText
}

/** Answers a client credentials grant (RFC 6749 §4.4). The client secret is in the body or in HTTP Basic (§2.3.1). */
export async function answerTokenRequest(
  store: LobbieStore,
  tokens: Tokens,
  request: TokenRequest,
): Promise<SandboxAnswer> {
  const form = readForm(request)
  if (form === undefined)
    return tokenError(400, 'invalid_request', 'Send one form-encoded body without repeated fields.')
  const sent = readClient(request.authorization, form)
  if (sent === 'two-ways') {
    return tokenError(400, 'invalid_request', 'Authenticate in the body or by HTTP Basic, not both.')
  }
  const grantType = form.get('grant_type')
  if (grantType === undefined) return tokenError(400, 'invalid_request', 'grant_type is missing.')
  const partner = sent === undefined ? undefined : findPartner(store, sent)
  if (partner === undefined) return tokenError(401, 'invalid_client', 'The client is unknown or its secret is wrong.')
  if (grantType !== 'client_credentials') {
    return tokenError(400, 'unsupported_grant_type', 'The only grant type is client_credentials.')
  }
  const scope = form.get('scope')
  if (scope !== undefined && !SCOPE.test(scope)) return tokenError(400, 'invalid_scope', 'There is no such scope.')
  const granted = {
    access_token: await tokens.issue(partner.clientId),
    token_type: 'Bearer',
    expires_in: tokens.lifetimeSeconds,
  }
  return jsonAnswer(200, scope === undefined ? granted : { ...granted, scope }, NOT_STORED)
}

/**
 * Returns the fields of a form. A field without a value counts as absent (RFC 6749 §3.2). Returns undefined if the body
 * is not a form.
 */
function readForm({ contentType, body }: TokenRequest): Map<string, string> | undefined {
  if (body.kind !== 'text' || !isMediaType(contentType, 'application/x-www-form-urlencoded')) return undefined
  const form = new Map<string, string>()
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(body.text)) {
    if (seen.has(name)) return undefined
    seen.add(name)
    if (value !== '') form.set(name, value)
  }
  return form
}

interface SentClient {
  readonly clientId: string
  readonly clientSecret: string
}

function readClient(authorization: string | null, form: Map<string, string>): SentClient | 'two-ways' | undefined {
  const clientId = form.get('client_id')
  const clientSecret = form.get('client_secret')
  if (authorization !== null) {
    if (clientSecret !== undefined) return 'two-ways'
    const basic = readBasic(authorization)
    return clientId === undefined || basic?.clientId === clientId ? basic : undefined
  }
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret }
}

/** Reads HTTP Basic. Client id and secret were form-encoded before they were joined (RFC 6749 §2.3.1). */
function readBasic(authorization: string): SentClient | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1]
  if (encoded === undefined) return undefined
  try {
    const halves = /^([^:]*):(.*)$/.exec(atob(encoded))
    const [clientId, clientSecret] = [halves?.[1], halves?.[2]].map((half) =>
      half === undefined ? undefined : decodeURIComponent(half.replaceAll('+', ' ')),
    )
    return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret }
  } catch {
    return undefined
  }
}

function findPartner(store: LobbieStore, { clientId, clientSecret }: SentClient): Partner | undefined {
  const partner = store.partners.get(clientId)
  return partner?.active === true && partner.clientSecret === clientSecret ? partner : undefined
}

function tokenError(status: number, error: string, description: string): SandboxAnswer {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="lobbie", charset="UTF-8"' } : {}
  return jsonAnswer(status, { error, error_description: description }, { ...NOT_STORED, ...challenge })
}
