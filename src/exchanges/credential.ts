/** What proves who sends a request. The values are secret: they go into a request and nowhere else. */
export type Credential =
  | { readonly type: 'none' }
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  | { readonly type: 'apiKey'; readonly value: string }
  /** Sent as given, whatever schemes the document declares. */
  | { readonly type: 'headers'; readonly headers: readonly (readonly [string, string])[] }
  /** A well-formed value for every scheme, for a target that checks only the presence of credentials. */
  | { readonly type: 'placeholder' }
