const compiled = new Map<string, RegExp | undefined>()

/**
 * A `pattern` as JavaScript runs it: with Unicode semantics, or where only the older syntax takes it (`[\w-.]`),
 * without. Undefined where neither does. JSON Schema 2020-12 Core §6.4.
 */
export function compilePattern(source: string): RegExp | undefined {
  if (!compiled.has(source)) compiled.set(source, tryFlags(source, 'u') ?? tryFlags(source, ''))
  return compiled.get(source)
}

function tryFlags(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
