const compiled = new Map<string, RegExp | undefined>()

/** `[[:alpha:]]`, which JavaScript reads as a set of these characters. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/** Escapes of other languages, such as `\A` and `\z`; without the `u` flag JavaScript reads them as the letter. */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUVX-Z]$/

/**
 * Compiles a `pattern` with the `u` flag, or without it if only the older syntax accepts the pattern (`[\w-.]`).
 * Undefined if neither does, or if JavaScript would give it another meaning than its author. JSON Schema 2020-12 Core
 * §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, isForeign(source) ? undefined : compile(source))
  return compiled.get(source)
}

/** True if a pattern uses syntax of another language that ECMA-262 reads differently. */
export function isForeign(source: string): boolean {
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
