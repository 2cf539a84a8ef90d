/** The importance of a change. `text` is a change that affects only human readers. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'compatible' | 'text'

/**
 * The parties for whom a change can break something: `readers` (consumers that read responses), `senders` (consumers
 * that send requests), `provider` (gets a new promise to keep), `testers` (lose a scenario, state or invariant), and
 * `gate` (its users lose coverage).
 */
export type Party = 'readers' | 'senders' | 'provider' | 'testers' | 'gate'

/** The part of a semantic version that must be raised. https://semver.org */
export type VersionPart = 'major' | 'minor' | 'patch'

/** The levels, worst first. */
export const LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'compatible', 'text']

/** For each level, the part of the version that must be raised for a change of this level. */
export const REQUIRES: Readonly<Record<ChangeLevel, VersionPart>> = {
  breaking: 'major',
  dangerous: 'minor',
  compatible: 'minor',
  text: 'patch',
}
