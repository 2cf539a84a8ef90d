/** A credential for one security scheme. The values are secret: they go into a request and nowhere else. */
export type SchemeCredential =
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'apiKey'; readonly value: string }

/** Proves who sends a request. A `SchemeCredential` is used for every scheme that accepts its type. */
export type Credential =
  | { readonly type: 'none' }
  | SchemeCredential
  /** Sent as given, whatever schemes the document declares. */
  | { readonly type: 'headers'; readonly headers: readonly (readonly [string, string])[] }
  /** Credentials by the name of their scheme, and headers that are always sent beside them. */
  | {
      readonly type: 'schemes'
      readonly schemes: Readonly<Record<string, SchemeCredential>>
      readonly headers: readonly (readonly [string, string])[]
    }
  /** A well-formed value for every scheme, for a target that checks only the presence of credentials. */
  | { readonly type: 'placeholder' }
