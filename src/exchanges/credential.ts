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
    }
  /** A well-formed value for every scheme, for targets that check only whether credentials are present. */
  | { readonly type: 'placeholder' }
