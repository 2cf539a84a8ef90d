/** A credential of the sandbox, in the form that a caller sends it. */
export type FixtureCredential =
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'apiKey'; readonly value: string }
  | { readonly type: 'none' }

/** A request for a provider state, in the names of the document's `x-states`. */
export interface StateRequest {
  readonly state: string
  readonly with: Readonly<Record<string, unknown>>
  /** The fixture's name: the same one again replaces it. */
  readonly caseId: string
}

/** The values of a fixture: `gives` of the document's `x-states`. */
export interface StateFacts {
  readonly path: Readonly<Record<string, unknown>>
  readonly values: Readonly<Record<string, unknown>>
  readonly given: Readonly<Record<string, unknown>>
}

/** The stored appointments of a fixture, as the API shows them. */
export interface FixtureObservation {
  readonly subject: object | null
  readonly bystander: object | null
}

/** A state that the document does not name, or a `with` that it does not allow. */
export class StateError extends Error {}

/** A fixture: its values, the credentials for it, and how to observe and remove it. */
export interface EstablishedFixture extends StateFacts {
  readonly credentials: Readonly<Record<string, FixtureCredential>>
  /** Names the fixture in `/__sandbox/observe/<token>`. */
  readonly token: string
  readonly observe: () => FixtureObservation
  readonly release: () => void
}
