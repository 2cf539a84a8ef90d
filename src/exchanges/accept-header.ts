import { isJson } from '../operations/media-types.ts'
import type { Operation } from '../operations/operation.ts'

/**
 * Returns the header `Accept` of an operation: all documented response types, JSON first, because only JSON bodies are
 * checked completely. RFC 9110 §12.5.1.
 */
export function acceptHeader({ responses }: Operation): string {
  const ranges = [
    ...new Set(responses.flatMap(({ content }) => content.map(({ range }) => range.split(';')[0]?.trim()))),
  ]
    .filter((range) => range !== undefined && range !== '')
    .map(String)
  if (ranges.length === 0) return JSON_TYPE
  const json = ranges.filter((range) => isJson(range))
  const others = ranges.filter((range) => !isJson(range))
  const ordered = json.toSorted((one, other) => Number(other === JSON_TYPE) - Number(one === JSON_TYPE))
  return [...ordered, ...others.map((range) => (json.length === 0 ? range : `${range};q=0.5`))].join(', ')
}

const JSON_TYPE = 'application/json'
