import { isArray, isObject, stringifyJson, type Json } from '../json.ts'

/** Returns a value as JSON with sorted keys. Undefined is printed as null. */
export function sortedJson(value: Json | undefined): string {
  return stringifyJson(sorted(value ?? null))
}

function sorted(value: Json): Json {
  if (isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]))
}
