/** The abilities of a kind of target. A case that needs more is not applicable. */
export interface Shows {
  /** True if the target keeps data, so that updates can be read back. */
  readonly state: boolean
  /** `none`: ignores credentials. `presence`: checks that there are some. `full`: also checks whose they are. */
  readonly auth: 'none' | 'presence' | 'full'
}
