const compiled = new Map<string, RegExp | undefined>()

/** `[[:alpha:]]`, which JavaScript takes for a set of those very characters. */
const POSIX_CLASS = /\[(?:[^\]\\]|\\.)*\[:\^?[a-z]+:\]/
/** Escapes of other dialects, as `\A` and `\z` for the ends: without Unicode semantics JavaScript takes the letter. */
const FOREIGN_ESCAPE = /^[aeghijlmoqyzACE-OQRTUV-Z]$/

/**
 * A `pattern` as JavaScript runs it: with Unicode semantics, or where only the older syntax takes it (`[\w-.]`),
 * without. Undefined where neither does, and where it would run and mean something else than its author.
 * JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, isForeign(source) ? undefined : compile(source))
  return compiled.get(source)
}

/** Whether a pattern is written in another dialect than ECMA-262's, so that it would run and mean something else. */
export function isForeign(source: string): boolean {
  return (
    POSIX_CLASS.test(source) || [...source.matchAll(/\\(.)/gs)].some(([, escaped = '']) => FOREIGN_ESCAPE.test(escaped))
  )
}

function compile(source: string): RegExp | undefined {
  // Without Unicode semantics `\p{L}` is the letter p and more.
  return tryFlags(source, 'u') ?? (/\\(?:[pP]|u)\{/.test(source) ? undefined : tryFlags(source, ''))
}

function tryFlags(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
