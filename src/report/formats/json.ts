import { canonical } from '../schema/canonical.ts'
import { listCauses, titleOf } from '../causes.ts'
import type { Report } from '../report.ts'
import { isKnown } from '../worst-first.ts'

/**
 * Prints `contract-report.json`, with the causes of the findings. Lists are in canonical order, and properties are sorted by name. The text is indented
 * by two spaces and ends with a newline. Equal reports give equal bytes.
 */
export function printJson(report: Report): string {
  const sorted = canonical(report)
  return `${JSON.stringify({ ...sorted, causes: causesOf(sorted) }, sortProperties, 2)}\n`
}

function causesOf(report: Report): Report['causes'] {
  return listCauses(report).map((cause) => {
    const { operations, count, findings } = cause
    const [{ finding }] = findings
    const ids = findings.map((each) => each.finding.id)
    const known = isKnown(finding) ? { isKnown: true as const } : {}
    return {
      title: titleOf(cause),
      rule: finding.rule,
      level: finding.level,
      count,
      operations,
      findings: ids,
      ...known,
    }
  })
}

function sortProperties(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
