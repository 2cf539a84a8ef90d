import { judgePattern } from './values/patterns.ts'

/** Compiles a `pattern` with the flags that checks use. Throws a `SyntaxError` if it is not an ECMA-262 pattern. */
export function compilePatternOrThrow(source: string): RegExp {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : new RegExp(source, 'u')
}
