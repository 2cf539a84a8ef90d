import type { DiffReport } from '../diff-report.ts'
import { clausesOf } from '../waivers.ts'

/** Prints changes as JSON. The `clauses` of a change are the names by which a waiver file can refer to it. */
export function printDiffJson(reports: readonly DiffReport[]): string {
  const documents = reports.map((report) => ({
    ...report,
    changes: report.changes.map((change) => ({ ...change, clauses: clausesOf(change) })),
  }))
  return `${JSON.stringify({ format: 'contract-gate diff 1', documents }, null, 2)}\n`
}
