import { longestText } from './values/bounded-test.ts'
import { judgePattern } from './values/patterns.ts'

/**
 * Compiles a `pattern` with the flags that the validator uses, even if it has a fault, such as exponential time. Throws
 * a `SyntaxError` if the pattern is not an ECMA-262 regular expression.
 */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}

/**
 * Returns the maximum length of a text on which generated code may run a pattern: Infinity for linear time, 24
 * characters for exponential time. 24 characters then take about as many steps as the longest text for other patterns.
 */
export function longestCheckedText(source: string): number {
  const judged = judgePattern(source)
  if ('pattern' in judged) return longestText(judged.pattern)
  return judged.fault === 'exponential' ? 24 : Infinity
}
