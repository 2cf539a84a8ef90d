import { pointer } from '../json-pointer.ts'

/** A value that JSON cannot express, such as NaN. */
export interface NonJsonValue {
  /** The JSON Pointer of the value. */
  readonly at: string
  /** The description of the value in an error message. */
  readonly what: string
}

/**
 * Returns the first value that JSON cannot express: NaN, infinity, or a YAML alias to a value that contains the alias.
 * Returns undefined if JSON can express all values.
 */
export function findNonJsonValue(value: unknown): NonJsonValue | undefined {
  return below(value, new Set(), new Set())
}

/**
 * Searches a value and everything inside it. Builds the JSON Pointer only after it has found a value that JSON cannot
 * express, because most documents contain none.
 */
function below(value: unknown, ancestors: Set<object>, checked: Set<object>): NonJsonValue | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { at: '', what: `${Number.isNaN(value) ? '.nan' : '.inf'} is not a JSON number` }
  }
  if (typeof value !== 'object' || value === null || checked.has(value)) return undefined
  if (ancestors.has(value)) return { at: '', what: 'an alias refers to its own ancestor' }
  ancestors.add(value)
  for (const [key, each] of Object.entries(value)) {
    const found = below(each, ancestors, checked)
    if (found !== undefined) return { ...found, at: pointer(key) + found.at }
  }
  ancestors.delete(value)
  checked.add(value)
  return undefined
}
