/** The abilities of a kind of target. A case is not applicable if it needs an ability that the target does not have. */
export interface Shows {
  /** True if the target keeps data, so that updates can be read later and conflicts can be provoked. */
  readonly state: boolean
  /**
   * `none`: the target ignores credentials. `presence`: the target only checks that credentials are sent. `full`: the
   * target also checks whose credentials they are.
   */
  readonly auth: 'none' | 'presence' | 'full'
  /** True if a case can make the target return a documented 5xx. */
  readonly faults: boolean
}
