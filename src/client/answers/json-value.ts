import { pointer } from '../pointer.ts'

/**
 * Searches a value for parts that JSON cannot represent, and returns the first. Returns undefined if JSON can represent
 * the whole value. `JSON.stringify` would change such parts without an error: NaN becomes null, and a Date becomes a
 * string. Skips parts for which `allows` returns true.
 */
export function findNonJson(
  value: unknown,
  at = '',
  allows: (value: unknown) => boolean = () => false,
): { readonly at: string; readonly found: string } | undefined {
  if (allows(value)) return undefined
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : { at, found: 'NaN or an infinite number' }
  if (typeof value !== 'object') return { at, found: value === undefined ? 'undefined' : `a ${typeof value}` }
  if (Array.isArray(value))
    return firstOf(
      value.map((item, index) => [String(index), item]),
      at,
      allows,
    )
  if (isPlain(value)) return firstOf(Object.entries(value), at, allows)
  return { at, found: value instanceof Date ? 'a Date' : 'a class instance' }
}

/**
 * Removes undefined properties from plain objects, as `JSON.stringify` does. Keeps undefined items of arrays, so that
 * the check reports them.
 */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value
  const defined = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(defined.map(([key, item]) => [key, withoutUndefined(item)]))
}

function firstOf(
  entries: readonly (readonly [string, unknown])[],
  at: string,
  allows: (value: unknown) => boolean,
): { readonly at: string; readonly found: string } | undefined {
  for (const [key, item] of entries) {
    const found = findNonJson(item, at + pointer(key), allows)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * True for a plain object. An object of another JavaScript realm, such as an iframe, has another prototype than
 * `Object.prototype`.
 */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
