import type { Identities } from './identities.ts'
import type { Instant } from './time/instant.ts'
import type { Zones } from './time/zones.ts'

/** How somebody proves who they are. */
export type Credential =
  | { readonly type: 'oauth2'; readonly clientId: string; readonly clientSecret: string }
  | { readonly type: 'bearer'; readonly token: string }
  | { readonly type: 'apiKey'; readonly value: string }
  | { readonly type: 'none' }

/** What a fixture was made for, by the names of the document's `x-states`. */
export interface StateRequest {
  readonly state: string
  readonly with: Readonly<Record<string, unknown>>
  /** The fixture's name: the same one again replaces it. */
  readonly caseId: string
}

/** What is told about a fixture: `gives` of the document's `x-states`. */
export interface StateFacts {
  readonly path: Readonly<Record<string, unknown>>
  readonly values: Readonly<Record<string, unknown>>
  readonly given: Readonly<Record<string, unknown>>
}

/** What can be seen of a fixture from outside the API. */
export interface Observation {
  readonly subject: object | null
  readonly bystander: object | null
}

/** A small world of its own: nothing in it is shared with another. */
export interface Fixture {
  readonly facts: StateFacts
  readonly observe: () => Observation
  readonly release: () => void
}

/** What a fixture is made from. */
export interface FixtureContext {
  readonly identities: Identities
  readonly zones: Zones
  /** The day on which the sandbox's time stands, so that a fixture does not depend on the hour it is made at. */
  readonly today: Instant
}

/** A state that the document does not name, or a `with` that it does not allow. */
export class StateError extends Error {}

/** A fixture that was made: what is on it, who may come, and how to look at it. */
export interface Established extends StateFacts {
  readonly credentials: Readonly<Record<string, Credential>>
  /** Names the fixture in `/__sandbox/observe/<token>`. */
  readonly token: string
  readonly observe: () => Observation
  readonly release: () => void
}
