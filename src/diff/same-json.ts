import { isArray, isObject, stringifyJson, type Json } from '../json.ts'

/** True if two JSON values are equal. The order of keys is ignored. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  return canonical(one) === canonical(other)
}

/** Returns a value as JSON with sorted keys. */
export function canonical(value: Json | undefined): string {
  return stringifyJson(sorted(value ?? null))
}

function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]))
}
