import { hasExponentialBacktracking } from './has-exponential-backtracking.ts'

/** A pattern that can be run, or the reason why it is not. */
export type CompiledPattern = { readonly pattern: RegExp } | { readonly fault: 'foreign' | 'invalid' | 'exponential' }

const compiled = new Map<string, CompiledPattern>()

/** `[[:alpha:]]`, which JavaScript reads as a set of these characters. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/** Escapes of other languages, such as `\A` and `\z`; without the `u` flag JavaScript reads them as the letter. */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUVX-Z]$/

/**
 * Compiles a `pattern` with the `u` flag, or without it if only the older syntax accepts the pattern (`[\w-.]`).
 * Undefined if `judgePattern` finds a fault. JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  const judged = judgePattern(source)
  return 'pattern' in judged ? judged.pattern : undefined
}

/**
 * A pattern is not run if it is `foreign` (JavaScript would give it another meaning than its author), `invalid`, or
 * `exponential` (matching can take exponential time).
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

/** True if a pattern uses syntax of another language that ECMA-262 reads differently. */
function isForeign(source: string): boolean {
  return (
    POSIX_CLASS.test(source) || [...source.matchAll(/\\(.)/gs)].some(([, escaped = '']) => FOREIGN_ESCAPE.test(escaped))
  )
}

function compile(source: string): RegExp | undefined {
  // Without the `u` flag `\p{L}` matches the letter p.
  return tryFlags(source, 'u') ?? (/\\(?:[pP]|u)\{/.test(source) ? undefined : tryFlags(source, ''))
}

function tryFlags(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
