import type { FindingReport } from '../../report.ts'

/** The name of a finding in the page’s address: stable over runs of the same apis and targets. */
export function findingName(run: number, finding: FindingReport): string {
  return `finding-${run}-${finding.fingerprint}`
}
