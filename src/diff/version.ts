import type { VersionPart } from './levels.ts'

const PARTS: readonly VersionPart[] = ['major', 'minor', 'patch']
const DATE = /^\d{4}-\d{2}(-\d{2})?/

/**
 * Returns the part of the version that was raised from `base` to `head`: the first part that differs. For dates, every
 * later date counts as `major`. Returns undefined if `head` is not higher or is not a version.
 */
export function raisedPart(base: string, head: string): VersionPart | undefined {
  if (DATE.test(base) && DATE.test(head)) return head > base ? 'major' : undefined
  const [from, to] = [numbersOf(base), numbersOf(head)]
  const at = from.findIndex((number, index) => number !== to[index])
  if (from.length === 0 || to.length === 0 || at < 0 || (to[at] ?? 0) < (from[at] ?? 0)) return undefined
  // Below 1.0.0, the second number has the role of the major version. https://semver.org §4
  return at === 1 && from[0] === 0 ? 'major' : PARTS[at]
}

/** True if `raised` is the required part of the version or a higher one. */
export function isRaisedEnough(raised: VersionPart | undefined, required: VersionPart): boolean {
  return raised !== undefined && PARTS.indexOf(raised) <= PARTS.indexOf(required)
}

/** Returns the lowest version that raises a part of `base`: 1.3.0 for `minor` of 1.2.5. */
export function nextVersion(base: string, part: VersionPart): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(base)
  if (numbersOf(base).length === 0 || DATE.test(base)) return 'a later version'
  const prefix = /^v/i.exec(base)?.[0] ?? ''
  if (part === 'patch') return `${prefix}${major}.${minor}.${patch + 1}`
  if (part === 'minor' && major > 0) return `${prefix}${major}.${minor + 1}.0`
  return major === 0 ? `${prefix}0.${minor + 1}.0` : `${prefix}${major + 1}.0.0`
}

/**
 * Returns the three numbers of a version: 1, 2 and 0 for `v1.2`. Returns an empty list for a text that is not a
 * version.
 */
function numbersOf(version: string): number[] {
  const found = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/i.exec(version)
  return found === null ? [] : [1, 2, 3].map((group) => Number(found[group] ?? 0))
}
