import { pointer } from './pointer.ts'

/**
 * Where a value is not what JSON can say, or undefined. `JSON.stringify` would leave out `undefined`, turn NaN into null
 * and a Date into text, and so send something else than was meant.
 */
export function findNonJson(value: unknown, at = ''): { readonly at: string; readonly found: string } | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : { at, found: 'a number that is not finite' }
  if (typeof value !== 'object') return { at, found: typeof value }
  if (Array.isArray(value))
    return firstOf(
      value.map((item, index) => [String(index), item]),
      at,
    )
  if (isPlain(value)) return firstOf(Object.entries(value), at)
  return { at, found: 'an object that is not plain' }
}

function firstOf(
  members: readonly (readonly [string, unknown])[],
  at: string,
): { readonly at: string; readonly found: string } | undefined {
  for (const [key, member] of members) {
    const found = findNonJson(member, at + pointer(key))
    if (found !== undefined) return found
  }
  return undefined
}

/** Objects of another realm are plain too, so the prototype's own prototype is what counts. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
