import { longestText } from './values/bounded-test.ts'
import { judgePattern } from './values/patterns.ts'

/**
 * Compiles a `pattern` with the same flags as for checking values. Also compiles a pattern in which `judgePattern`
 * finds a fault. Throws a `SyntaxError` if the pattern is not a valid ECMA-262 regular expression.
 */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}

/**
 * Returns the maximum length of a text on which generated code runs a pattern. Infinity if matching takes linear time.
 * It is 24 characters if matching can take exponential time: this needs about as many steps as the longest texts that
 * are allowed for other patterns.
 */
export function longestCheckedText(source: string): number {
  const judged = judgePattern(source)
  if ('pattern' in judged) return longestText(judged.pattern)
  return judged.fault === 'exponential' ? 24 : Infinity
}
