import type { JsonObject } from '../json.ts'
import { plainPath } from './path-value.ts'

const PARAMETER = /\{([^{}]*)\}/g

/** True if two paths are the same apart from the names of their parameters, such as `/pets/{id}` and `/pets/{petId}`. */
export function isSameTemplate(one: string, other: string): boolean {
  return plainPath(one).replaceAll(PARAMETER, '{}') === plainPath(other).replaceAll(PARAMETER, '{}')
}

/** Returns the path values for the path `from` under the names that the path `to` has for them. */
export function renamedValues(values: JsonObject, from: string, to: string): JsonObject {
  const names = (path: string): string[] => [...path.matchAll(PARAMETER)].map(([, name = '']) => name)
  const old = names(from)
  const renamed = names(to).flatMap((name, index) => {
    const value = values[old[index] ?? '']
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...values, ...Object.fromEntries(renamed) }
}
