import { backtrackingDegree } from './backtracking.ts'

/** The maximum estimated number of steps for matching one text. This many steps take less than a second. */
const MOST_STEPS = 20_000_000

const limits = new WeakMap<RegExp, number>()

/** Returns the maximum length of a text on which a pattern is run. Returns Infinity if matching takes linear time. */
export function longestText(pattern: RegExp): number {
  const known = limits.get(pattern) ?? limitOf(pattern)
  limits.set(pattern, known)
  return known
}

function limitOf(pattern: RegExp): number {
  const degree = backtrackingDegree(pattern)
  return degree === 1 ? Infinity : Math.floor(MOST_STEPS ** (1 / degree))
}

/**
 * Tests a text against a pattern. Returns undefined if the text is so long that matching could take very long. The
 * result is the same on fast and slow machines.
 */
export function boundedTest(pattern: RegExp, text: string): boolean | undefined {
  return text.length > longestText(pattern) ? undefined : pattern.test(text)
}
