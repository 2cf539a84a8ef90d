import { longestText } from './values/bounded-test.ts'
import { judgePattern } from './values/patterns.ts'

/**
 * Compiles a `pattern` with the flags that the validator uses. Also compiles a pattern whose matching can take
 * exponential time, which the validator never runs. Throws a `SyntaxError` if the pattern is not an ECMA-262 regular
 * expression.
 */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}

/**
 * Returns the length of the longest text on which generated code may run a pattern. For a pattern that takes linear
 * time, every length is allowed (Infinity). For a pattern that takes exponential time, the limit is 24 characters. The
 * limits are chosen so that all limited patterns take about the same number of steps.
 */
export function longestCheckedText(source: string): number {
  const judged = judgePattern(source)
  if ('pattern' in judged) return longestText(judged.pattern)
  return judged.fault === 'exponential' ? 24 : Infinity
}
