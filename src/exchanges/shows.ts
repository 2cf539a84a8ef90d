/** The abilities of a kind of target. A case that needs an ability which the target lacks is not applicable. */
export interface Shows {
  /** True if the target stores data, so that an update can be read later. */
  readonly state: boolean
  /**
   * The way in which the target checks credentials. `none`: the target ignores them. `presence`: the request must
   * contain credentials. `full`: they must also belong to a permitted user.
   */
  readonly auth: 'none' | 'presence' | 'full'
}
