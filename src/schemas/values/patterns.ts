import { hasExponentialBacktracking } from './backtracking.ts'

/** A compiled pattern, or why it is not run. */
export type CompiledPattern = { readonly pattern: RegExp } | { readonly fault: 'foreign' | 'invalid' | 'exponential' }

const compiled = new Map<string, CompiledPattern>()

/** Matches a POSIX class such as `[[:alpha:]]`, which JavaScript reads as the set of characters `[:alph`. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/**
 * Matches letters with a meaning after `\` only in other languages, such as `\A`. JavaScript may read `\A` as the
 * letter A.
 */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUVX-Z]$/

/**
 * Compiles a `pattern` with the `u` flag, or without it if this makes the pattern valid, such as `[\w-.]`. Returns
 * undefined if the pattern has a fault. JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : undefined
}

/**
 * Compiles a pattern or returns its fault. `foreign`: JavaScript reads its syntax differently than another language.
 * `exponential`: matching can take exponential time.
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

/** True if a pattern has syntax of another language that JavaScript reads differently. */
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
