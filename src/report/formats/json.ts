import { canonical } from '../canonical.ts'
import type { Report } from '../report.ts'

/**
 * Prints `contract-report.json`. Lists are in canonical order, and properties are sorted by name. The text is indented
 * by two spaces and ends with a newline. Equal reports give equal bytes.
 */
export function printJson(report: Report): string {
  return `${JSON.stringify(canonical(report), sortProperties, 2)}\n`
}

function sortProperties(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
