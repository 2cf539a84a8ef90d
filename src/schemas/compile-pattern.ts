import { longestText } from './values/bounded-test.ts'
import { judgePattern } from './values/patterns.ts'

/**
 * Compiles a `pattern` with the flags that the validator uses, even if matching it takes exponential time. Throws a
 * `SyntaxError` if the pattern is not an ECMA-262 regular expression.
 */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}

/**
 * Returns the maximum length of a text on which generated code may run a pattern. The length is unlimited (Infinity)
 * for a pattern that takes linear time. It is 24 characters for a pattern that takes exponential time. At its maximum
 * length, each limited pattern takes about the same number of steps.
 */
export function longestCheckedText(source: string): number {
  const judged = judgePattern(source)
  if ('pattern' in judged) return longestText(judged.pattern)
  return judged.fault === 'exponential' ? 24 : Infinity
}
