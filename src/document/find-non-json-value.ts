import { pointer } from './json-pointer.ts'

/** Something in a parsed file that JSON has no word for, though YAML has. */
export interface NonJsonValue {
  readonly at: string
  readonly what: string
}

/** The first such thing: a number that is none or has no end, an alias of what it stands in, a value of YAML's own types. */
export function findNonJsonValue(value: unknown): NonJsonValue | undefined {
  return below(value, '', new Set(), new Set())
}

function below(value: unknown, at: string, above: Set<object>, sound: Set<object>): NonJsonValue | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { at, what: `${Number.isNaN(value) ? '.nan' : '.inf'} is no number of JSON` }
  }
  if (typeof value !== 'object' || value === null || sound.has(value)) return undefined
  if (above.has(value)) return { at, what: 'an alias leads back to what it stands in' }
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) {
    return { at, what: `${value.constructor.name} is no type of JSON` }
  }
  above.add(value)
  for (const [key, member] of Object.entries(value)) {
    const alien = below(member, at + pointer(key), above, sound)
    if (alien !== undefined) return alien
  }
  above.delete(value)
  sound.add(value)
  return undefined
}
