import { lobbieIds } from './world.ts'

/** Credentials of a partner's client. */
export interface LobbieClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** Invented credentials. `clientId` and `clientSecret` belong to an active partner with a grant to `accountId`. */
export const lobbieCredentials = {
  clientId: 'canary-client-harbor',
  clientSecret: 'canary-secret-harbor-5d1c',
  scope: 'test-lobbie-api/partner-api',
  /** The value of x-api-key, for all clients. */
  apiKey: 'canary-gateway-key-8a40',
  /** An active partner with a grant to `foreignAccountId` only. */
  otherPartner: { clientId: 'canary-client-prairie', clientSecret: 'canary-secret-prairie-77e2' },
  /** An active partner without any grant. */
  withoutGrant: { clientId: 'canary-client-desert', clientSecret: 'canary-secret-desert-10b9' },
  /** Still gets tokens, but is no active partner. */
  inactive: { clientId: 'canary-client-glacier', clientSecret: 'canary-secret-glacier-3f55' },
} as const

/** The clients that get tokens: whether they are active, and the accounts that grant them access. */
export const clients: readonly (LobbieClient & { readonly active: boolean; readonly grants: readonly number[] })[] = [
  { ...lobbieCredentials, active: true, grants: [lobbieIds.accountId] },
  { ...lobbieCredentials.otherPartner, active: true, grants: [lobbieIds.foreignAccountId] },
  { ...lobbieCredentials.withoutGrant, active: true, grants: [] },
  { ...lobbieCredentials.inactive, active: false, grants: [lobbieIds.accountId] },
]
