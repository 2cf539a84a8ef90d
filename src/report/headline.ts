import type { FindingReport } from './report.ts'

/** What was asked, what came, and what is wrong with it, in one line: `GET /orders → 200: body breaks its schema`. */
export function headlineOf(finding: FindingReport): string {
  const { answer } = finding.exchange
  const came = 'status' in answer ? String(answer.status) : 'no answer'
  return `${finding.method} ${finding.path} → ${came}: ${finding.message}`
}
