import { judgePattern } from './values/patterns.ts'

/**
 * Compiles a `pattern` with the same flags as for checking values. Also compiles a pattern in which `judgePattern`
 * finds a fault. Throws a `SyntaxError` if the pattern is not a valid ECMA-262 regular expression.
 */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}
