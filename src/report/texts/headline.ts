import type { FindingReport } from '../report.ts'

/** Returns problem, operation and status in one line: `/id is missing (getOrder → 200)`. */
export function headlineOf(finding: FindingReport): string {
  return `${finding.message} (${operationLine(finding)})`
}

/** Returns operation and status in one line: `getOrder → 200`. */
export function operationLine(finding: FindingReport): string {
  return `${finding.operation} → ${statusOf(finding)}`
}

/** Returns request and status in one line: `GET /orders → 200`. */
export function exchangeLine(finding: FindingReport): string {
  return `${finding.method} ${finding.path} → ${statusOf(finding)}`
}

/** Returns the place of a finding in its response: a JSON Pointer, or `the whole response`. */
export function placeIn({ pointer }: FindingReport): string {
  return pointer === '' ? 'the whole response' : pointer
}

function statusOf({ exchange: { answer } }: FindingReport): string {
  return 'status' in answer ? String(answer.status) : 'no response'
}
