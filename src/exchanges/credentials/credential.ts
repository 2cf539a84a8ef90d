/** A credential for one security scheme. Its values are secret and are allowed only in requests. */
export type SchemeCredential =
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'apiKey'; readonly value: string }

/** The identity with which a request is sent. A `SchemeCredential` is used for all schemes of its type. */
export type Credential =
  | { readonly type: 'none' }
  | SchemeCredential
  /** Headers that are always sent, even if no security scheme needs them. */
  | { readonly type: 'headers'; readonly headers: readonly (readonly [string, string])[] }
  /** Credentials by the name of their security scheme, and additional headers. */
  | {
      readonly type: 'schemes'
      readonly schemes: Readonly<Record<string, SchemeCredential>>
      readonly headers: readonly (readonly [string, string])[]
      /** The way in which the credentials are forged before they are sent. If absent, they are sent unchanged. */
      readonly forged?: Forgery
    }
  /** A copy of the valid credential `good` in which one character of each value is different. */
  | { readonly type: 'changed'; readonly good: Credential }
  /** A well-formed value for each scheme. Enough for targets that only check that credentials exist. */
  | { readonly type: 'placeholder' }

/**
 * The way to forge a credential without a secret of the issuer. `changed`: another JWT payload, or other characters.
 * `unsigned`: a JWT with `alg: none`. `foreign-key`: a JWT that is signed with a new key.
 */
export type Forgery = 'changed' | 'unsigned' | 'foreign-key'

/** The headers, query parameters and cookies of a credential. */
export interface AppliedCredential {
  readonly headers: readonly (readonly [string, string])[]
  /** Percent-encoded `name=value` pairs. */
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}
