/** The abilities of a kind of target. A case that needs an ability the target lacks is not applicable. */
export interface Shows {
  /** The target keeps data: updates can be read later, and conflicts can be provoked. */
  readonly state: boolean
  /** `presence`: the target checks only whether credentials are sent. `full`: it also checks whose they are. */
  readonly auth: 'none' | 'presence' | 'full'
  /** The target returns a documented 5xx on request. */
  readonly faults: boolean
}
