import type { JsonObject } from '../json.ts'
import { plainPath } from './path-value.ts'

const PARAMETER = /\{([^{}]*)\}/g

/** True if two paths are equal except for the names of their parameters: `/pets/{id}` and `/pets/{petId}`. */
export function isSameTemplate(one: string, other: string): boolean {
  return plainPath(one).replaceAll(PARAMETER, '{}') === plainPath(other).replaceAll(PARAMETER, '{}')
}

/** Returns path values with other names: the parameter names of the path `to` replace those of the path `from`. */
export function renamedValues(values: JsonObject, from: string, to: string): JsonObject {
  const names = (path: string): string[] => [...path.matchAll(PARAMETER)].map(([, name = '']) => name)
  const old = names(from)
  const renamed = names(to).flatMap((name, index) => {
    const value = values[old[index] ?? '']
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...values, ...Object.fromEntries(renamed) }
}
