import type { JsonObject } from '../json.ts'
import { plainPath } from './path-value.ts'

const PARAMETER = /\{([^{}]*)\}/g

/** True if two paths differ only in parameter names: `/pets/{id}` and `/pets/{petId}`. */
export function isSameTemplate(one: string, other: string): boolean {
  return plainPath(one).replaceAll(PARAMETER, '{}') === plainPath(other).replaceAll(PARAMETER, '{}')
}

/** Returns path values by the parameter names of the path `to` instead of `from`. */
export function renamedValues(values: JsonObject, from: string, to: string): JsonObject {
  const names = (path: string): string[] => [...path.matchAll(PARAMETER)].map(([, name = '']) => name)
  const old = names(from)
  const renamed = names(to).flatMap((name, index) => {
    const value = values[old[index] ?? '']
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...values, ...Object.fromEntries(renamed) }
}
