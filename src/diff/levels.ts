/** The importance of a change. `text` is a change that affects only human readers. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'compatible' | 'text'

/**
 * The parties for whom a change can break something: consumers that read responses (`readers`), consumers that send
 * requests (`senders`), the provider, who gets a new promise to keep, testers, who lose a scenario, state or invariant,
 * and users of the gate, who lose coverage.
 */
export type Party = 'readers' | 'senders' | 'provider' | 'testers' | 'gate'

/** The part of a semantic version that must be raised. https://semver.org */
export type VersionPart = 'major' | 'minor' | 'patch'

/** The levels, worst first. */
export const LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'compatible', 'text']

/** The part of the version that must be raised for a change of each level. */
export const REQUIRES: Readonly<Record<ChangeLevel, VersionPart>> = {
  breaking: 'major',
  dangerous: 'minor',
  compatible: 'minor',
  text: 'patch',
}
