import { hasExponentialBacktracking } from './backtracking.ts'

/** A compiled pattern, or the reason why the pattern is not run. */
export type CompiledPattern = { readonly pattern: RegExp } | { readonly fault: 'foreign' | 'invalid' | 'exponential' }

const compiled = new Map<string, CompiledPattern>()

/** Matches a POSIX class such as `[[:alpha:]]`. JavaScript interprets it as a set of the characters `[:alph`. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/**
 * Matches letters that have a meaning after `\` only in other languages, such as `\A`. In JavaScript, `\A` may mean the
 * letter A.
 */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUVX-Z]$/

/**
 * Compiles a `pattern` with the `u` flag. A pattern that is valid only without the flag, such as `[\w-.]`, is compiled
 * without it. Returns undefined if `judgePattern` finds a fault. JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : undefined
}

/**
 * Compiles a pattern or returns its fault: `foreign` (it uses syntax of another language, which JavaScript interprets
 * differently), `invalid`, or `exponential` (matching can take exponential time).
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

/** True if a pattern uses syntax of another language that JavaScript interprets differently. */
function isForeign(source: string): boolean {
  return (
    POSIX_CLASS.test(source) || [...source.matchAll(/\\(.)/gs)].some(([, escaped = '']) => FOREIGN_ESCAPE.test(escaped))
  )
}

function compile(source: string): RegExp | undefined {
  // Without the `u` flag, `\p{L}` would match the letter p.
  return tryFlags(source, 'u') ?? (/\\(?:[pP]|u)\{/.test(source) ? undefined : tryFlags(source, ''))
}

function tryFlags(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
