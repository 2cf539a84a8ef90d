import type { FindingReport } from '../report.ts'

/** Returns the headline of a finding: `/id is missing (getOrder → 200)`. */
export function headlineOf(finding: FindingReport): string {
  return `${finding.message} (${operationLine(finding)})`
}

/** Returns the operation and the received status: `getOrder → 200`. */
export function operationLine(finding: FindingReport): string {
  return `${finding.operation} → ${statusOf(finding)}`
}

/** Returns the request and the received status: `GET /orders → 200`. */
export function exchangeLine(finding: FindingReport): string {
  return `${finding.method} ${finding.path} → ${statusOf(finding)}`
}

/** Returns the place of a finding in the response body: a JSON Pointer, or `the whole response`. */
export function placeIn({ pointer }: FindingReport): string {
  return pointer === '' ? 'the whole response' : pointer
}

function statusOf({ exchange: { answer } }: FindingReport): string {
  return 'status' in answer ? String(answer.status) : 'no response'
}
