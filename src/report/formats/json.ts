import { canonical } from '../canonical.ts'
import type { Report } from '../report.ts'

/**
 * `contract-report.json`: lists in canonical order, members sorted by name, two blanks of indent, a newline at the end. Two
 * reports that say the same are the same bytes, whoever made them.
 */
export function printJson(report: Report): string {
  return `${JSON.stringify(canonical(report), sortMembers, 2)}\n`
}

function sortMembers(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
