/** How much a change matters. `text` changes only what people read. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'compatible' | 'text'

/**
 * For whom a change can break something: consumers that read answers (`readers`), consumers that send requests
 * (`senders`), the provider, who has a new promise to keep, testers, who lose a scenario, state or invariant, and users
 * of the gate, who lose coverage.
 */
export type Party = 'readers' | 'senders' | 'provider' | 'testers' | 'gate'

/** The part of a semantic version that must be raised. https://semver.org */
export type VersionPart = 'major' | 'minor' | 'patch'

/** The levels, worst first. */
export const LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'compatible', 'text']

/** The part of the version that a change of each level requires. */
export const REQUIRES: Readonly<Record<ChangeLevel, VersionPart>> = {
  breaking: 'major',
  dangerous: 'minor',
  compatible: 'minor',
  text: 'patch',
}
