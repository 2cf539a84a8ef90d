import { tokens } from '../../document/json-pointer.ts'
import { asObject, isArray, type Json } from '../../json.ts'

/**
 * Returns a copy of `root` in which `value` is at a JSON Pointer. The objects and arrays on the path must exist. If
 * `value` is undefined, the property or item is removed.
 */
export function placeAt(root: Json, pointer: string, value: Json | undefined): Json {
  return place(root, tokens(pointer), value) ?? null
}

function place(root: Json, path: readonly string[], value: Json | undefined): Json | undefined {
  const [token, ...rest] = path
  if (token === undefined) return value
  if (isArray(root)) {
    const index = Number(token)
    const next = place(root[index] ?? null, rest, value)
    if (next === undefined) return root.filter((_, at) => at !== index)
    return [...root.slice(0, index), next, ...root.slice(index + 1)]
  }
  const properties = asObject(root)
  const own = Object.hasOwn(properties, token) ? (properties[token] ?? null) : null
  const next = place(own, rest, value)
  const entries = Object.entries(properties)
  if (next === undefined) return Object.fromEntries(entries.filter(([name]) => name !== token))
  if (!Object.hasOwn(properties, token)) return Object.fromEntries([...entries, [token, next]])
  return Object.fromEntries(entries.map(([name, property]) => [name, name === token ? next : property]))
}
