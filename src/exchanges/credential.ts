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
  /** Headers that are sent as given, regardless of the schemes in the document. */
  | { readonly type: 'headers'; readonly headers: readonly (readonly [string, string])[] }
  /** Credentials by the name of their scheme. `headers` are always sent too. */
  | {
      readonly type: 'schemes'
      readonly schemes: Readonly<Record<string, SchemeCredential>>
      readonly headers: readonly (readonly [string, string])[]
      /** Sends a bad copy of the credentials instead. */
      readonly forged?: Forgery
    }
  /** A well-formed value for every scheme, for targets that check only whether credentials are present. */
  | { readonly type: 'placeholder' }

/**
 * A change that makes a good credential bad without any secret of the issuer. `changed`: a JWT with another payload, any
 * other value with other characters. `unsigned`: a JWT with `alg: none`. `foreign-key`: a JWT signed with a new key.
 */
export type Forgery = 'changed' | 'unsigned' | 'foreign-key'
