/** The importance of a change. `text` affects only human readers. */
export type ChangeLevel = 'breaking' | 'dangerous' | 'compatible' | 'text'

/**
 * The parties that a change can affect. `readers` and `senders` are consumers that read responses or send requests.
 * `provider` must keep a new promise. `testers` lose a scenario, state or invariant. `gate` means that the gate checks
 * less.
 */
export type Party = 'readers' | 'senders' | 'provider' | 'testers' | 'gate'

/** A part of a semantic version. https://semver.org */
export type VersionPart = 'major' | 'minor' | 'patch'

/** The levels, worst first. */
export const LEVELS: readonly ChangeLevel[] = ['breaking', 'dangerous', 'compatible', 'text']

/** The part of the version that a change of each level must raise. */
export const REQUIRES: Readonly<Record<ChangeLevel, VersionPart>> = {
  breaking: 'major',
  dangerous: 'minor',
  compatible: 'minor',
  text: 'patch',
}
