import { pointer } from '../../document/json-pointer.ts'
import { resolveLiterals } from '../../cases/literals/literals.ts'
import { ContractError } from '../../errors.ts'
import { isArray, isObject, type Json } from '../../json.ts'

/** A time at which no time zone changes its UTC offset. */
const NOON = '2026-01-05T12:00:00Z'

/**
 * Replaces placeholders such as `{ $time: P1D }` with values. The value of a placeholder such as `{ $state: id }` is
 * known only during a run. Such a placeholder is replaced with null, and `unknown` lists its JSON Pointer.
 */
export function withoutLiterals(value: Json, at = ''): { readonly value: Json; readonly unknown: readonly string[] } {
  if (isArray(value))
    return joined(
      value.map((item, index) => [String(index), item]),
      at,
      Object.values,
    )
  if (!isObject(value)) return { value, unknown: [] }
  if (!Object.keys(value).some((key) => key.startsWith('$'))) {
    return joined(Object.entries(value), at, Object.fromEntries)
  }
  try {
    return { value: resolveLiterals(value, { now: NOON }), unknown: [] }
  } catch (error) {
    if (error instanceof ContractError) return { value: null, unknown: [at] }
    throw error
  }
}

function joined(
  entries: readonly [string, Json][],
  at: string,
  build: (entries: [string, Json][]) => Json,
): { value: Json; unknown: string[] } {
  const parts = entries.map(([key, item]) => ({ key, ...withoutLiterals(item, at + pointer(key)) }))
  return {
    value: build(parts.map(({ key, value }) => [key, value])),
    unknown: parts.flatMap(({ unknown }) => unknown),
  }
}
