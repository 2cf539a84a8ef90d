/** Abilities of a kind of target. A case that needs another ability is not applicable. */
export interface Shows {
  /** It keeps state: an update is visible later, a conflict can be provoked. */
  readonly state: boolean
  /** `presence`: whether credentials were sent. `full`: whose they are. */
  readonly auth: 'none' | 'presence' | 'full'
  /** It returns a documented 5xx on request. */
  readonly faults: boolean
}
