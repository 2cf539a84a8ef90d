/** What a kind of target can show. A case is not applicable if it needs something that its target cannot show. */
export interface Shows {
  /** True if the target keeps data, so that updates can be read later and conflicts can be provoked. */
  readonly state: boolean
  /**
   * `none`: the target ignores credentials. `presence`: it only checks that credentials are sent. `full`: it also
   * checks whose they are.
   */
  readonly auth: 'none' | 'presence' | 'full'
  /** True if the target returns a documented 5xx on request. */
  readonly faults: boolean
}
