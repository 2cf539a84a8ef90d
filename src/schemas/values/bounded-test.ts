import { backtrackingDegree } from './backtracking.ts'

/** The highest number of steps, as estimated, that the test of one text may take. This is less than a second. */
const MOST_STEPS = 20_000_000

const limits = new WeakMap<RegExp, number>()

/** Returns the length of the longest text on which a pattern is run. Infinity if matching takes linear time. */
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
 * Tests a text against a pattern. Returns undefined if the text is so long that the test could take very long. The
 * result depends only on the pattern and the text, and not on the speed of the machine.
 */
export function boundedTest(pattern: RegExp, text: string): boolean | undefined {
  return text.length > longestText(pattern) ? undefined : pattern.test(text)
}
