import { pointer } from './json-pointer.ts'

/** A value that YAML can express but JSON cannot, such as NaN. */
export interface NonJsonValue {
  /** JSON Pointer. */
  readonly at: string
  /** Description of the value, used in an error message. */
  readonly what: string
}

/**
 * Returns the first value that JSON cannot express: NaN, infinity, an alias that refers to its own ancestor, or a type
 * that only YAML has. Returns undefined if there is no such value.
 */
export function findNonJsonValue(value: unknown): NonJsonValue | undefined {
  return below(value, '', new Set(), new Set())
}

function below(value: unknown, at: string, ancestors: Set<object>, checked: Set<object>): NonJsonValue | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { at, what: `${Number.isNaN(value) ? '.nan' : '.inf'} is not a JSON number` }
  }
  if (typeof value !== 'object' || value === null || checked.has(value)) return undefined
  if (ancestors.has(value)) return { at, what: 'an alias refers to its own ancestor' }
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) {
    return { at, what: `${value.constructor.name} is not a JSON type` }
  }
  ancestors.add(value)
  for (const [key, each] of Object.entries(value)) {
    const found = below(each, at + pointer(key), ancestors, checked)
    if (found !== undefined) return found
  }
  ancestors.delete(value)
  checked.add(value)
  return undefined
}
