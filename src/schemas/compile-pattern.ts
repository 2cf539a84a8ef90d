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
 * Returns the maximum length of a text on which generated code may run a pattern: Infinity for a pattern that takes
 * linear time, 24 characters for one that takes exponential time. With 24 characters, the latter takes about as many
 * steps as other patterns with their longest text.
 */
export function longestCheckedText(source: string): number {
  const judged = judgePattern(source)
  if ('pattern' in judged) return longestText(judged.pattern)
  return judged.fault === 'exponential' ? 24 : Infinity
}
