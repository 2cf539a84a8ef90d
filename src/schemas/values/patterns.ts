import { hasExponentialBacktracking } from './backtracking.ts'

/** A compiled pattern, or the reason why the pattern is not run. */
export type CompiledPattern = { readonly pattern: RegExp } | { readonly fault: 'foreign' | 'invalid' | 'exponential' }

const compiled = new Map<string, CompiledPattern>()

/** Matches a POSIX class such as `[[:alpha:]]`. JavaScript reads `[[:alpha:]` as a set of the characters `[:alph`. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/**
 * Matches the letters that have a meaning after `\` in other languages but not in JavaScript. Example: JavaScript may
 * read `\A` as the letter A.
 */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUVX-Z]$/

/**
 * Compiles a `pattern` with the `u` flag. A pattern that is valid only without this flag, such as `[\w-.]`, is compiled
 * without it. Returns undefined if the pattern has a fault. JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : undefined
}

/**
 * Compiles a pattern, or returns the reason why it is not run. `foreign`: the pattern was written for another language,
 * and JavaScript would read it differently. `invalid`: JavaScript cannot parse the pattern. `exponential`: matching the
 * pattern can take exponential time.
 */
export function judgePattern(source: string): CompiledPattern {
  const judged = compiled.get(source) ?? judge(source)
  compiled.set(source, judged)
  return judged
}

function judge(source: string): CompiledPattern {
  if (isForeign(source)) return { fault: 'foreign' }
  const pattern = compile(source)
  if (pattern === undefined) return { fault: 'invalid' }
  return hasExponentialBacktracking(pattern) ? { fault: 'exponential' } : { pattern }
}

/** True if a pattern contains syntax of another language that JavaScript would read differently. */
function isForeign(source: string): boolean {
  return (
    POSIX_CLASS.test(source) || [...source.matchAll(/\\(.)/gs)].some(([, escaped = '']) => FOREIGN_ESCAPE.test(escaped))
  )
}

function compile(source: string): RegExp | undefined {
  // Without the `u` flag, JavaScript would read `\p{L}` as the letter p. Patterns with `\p{…}` or `\u{…}` are therefore
  // never compiled without this flag.
  return tryFlags(source, 'u') ?? (/\\(?:[pP]|u)\{/.test(source) ? undefined : tryFlags(source, ''))
}

function tryFlags(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
