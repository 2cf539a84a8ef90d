import { lobbieIds } from './world.ts'

/** Credentials of a partner's client. */
export interface LobbieClient {
  readonly clientId: string
  readonly clientSecret: string
}

/** Invented credentials. `clientId` and `clientSecret` belong to an active partner that may use `accountId`. */
export const lobbieCredentials = {
  clientId: 'canary-client-harbor',
  clientSecret: 'canary-secret-harbor-5d1c',
  scope: 'test-lobbie-api/partner-api',
  /** The value of the header x-api-key. All clients send the same value. */
  apiKey: 'canary-gateway-key-8a40',
  /** An active partner that may use only `foreignAccountId`. */
  otherPartner: { clientId: 'canary-client-prairie', clientSecret: 'canary-secret-prairie-77e2' },
  /** An active partner that may use no account. */
  withoutGrant: { clientId: 'canary-client-desert', clientSecret: 'canary-secret-desert-10b9' },
  /** A partner that is no longer active but still gets tokens. */
  inactive: { clientId: 'canary-client-glacier', clientSecret: 'canary-secret-glacier-3f55' },
} as const

/**
 * The clients that get tokens. `active` says if the partner is active; `grants` lists the accounts that the client may
 * use.
 */
export const clients: readonly (LobbieClient & { readonly active: boolean; readonly grants: readonly number[] })[] = [
  { ...lobbieCredentials, active: true, grants: [lobbieIds.accountId] },
  { ...lobbieCredentials.otherPartner, active: true, grants: [lobbieIds.foreignAccountId] },
  { ...lobbieCredentials.withoutGrant, active: true, grants: [] },
  { ...lobbieCredentials.inactive, active: false, grants: [lobbieIds.accountId] },
]
