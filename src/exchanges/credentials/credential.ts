/** A credential for one security scheme. Its values are secret: they may appear only in a request. */
export type SchemeCredential =
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'apiKey'; readonly value: string }

/** Identifies the sender of a request. A `SchemeCredential` is used for every scheme that accepts its type. */
export type Credential =
  | { readonly type: 'none' }
  | SchemeCredential
  /** Headers that are sent as given, whatever schemes the document has. */
  | { readonly type: 'headers'; readonly headers: readonly (readonly [string, string])[] }
  /** Credentials by the name of their security scheme. `headers` are sent too. */
  | {
      readonly type: 'schemes'
      readonly schemes: Readonly<Record<string, SchemeCredential>>
      readonly headers: readonly (readonly [string, string])[]
      /** If set, a forged copy of the credentials is sent instead. */
      readonly forged?: Forgery
    }
  /** A copy of the valid credential `good`. In the copy, one character of each value is different. */
  | { readonly type: 'changed'; readonly good: Credential }
  /** A well-formed value for every security scheme, for targets that check only whether credentials are present. */
  | { readonly type: 'placeholder' }

/**
 * A way to forge a credential from a valid one, without a secret of the issuer. `changed`: a JWT gets another payload,
 * any other value gets other characters. `unsigned`: a JWT gets `alg: none`. `foreign-key`: a JWT is signed with a new
 * key.
 */
export type Forgery = 'changed' | 'unsigned' | 'foreign-key'

/** The headers, query pairs and cookies that a credential adds to a request. */
export interface AppliedCredential {
  readonly headers: readonly (readonly [string, string])[]
  /** `name=value` pairs, percent-encoded. */
  readonly query: readonly string[]
  readonly cookies: readonly string[]
}
