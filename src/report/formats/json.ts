import { canonical } from '../schema/canonical.ts'
import { listCauses, titleOf } from '../causes.ts'
import type { Report } from '../report.ts'
import { isKnown } from '../worst-first.ts'

/**
 * Prints `contract-report.json`. Lists have a fixed order, and properties are sorted by name. The same report therefore
 * always gives the same bytes. Also prints the causes of the findings.
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
