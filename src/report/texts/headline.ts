import type { FindingReport } from '../report.ts'

/** Returns request, response and problem in one line: `GET /orders → 200: the body has no id`. */
export function headlineOf(finding: FindingReport): string {
  return `${exchangeLine(finding)}: ${finding.message}`
}

/** Returns request and status in one line: `GET /orders → 200`. */
export function exchangeLine({ method, path, exchange: { answer } }: FindingReport): string {
  return `${method} ${path} → ${'status' in answer ? String(answer.status) : 'no response'}`
}
