import type { TargetKind } from '../operations/annotations.ts'
import type { FindingReport } from './report.ts'
import { textOf } from './rule-texts.ts'

const SERVERS: Readonly<Record<TargetKind, string>> = {
  mock: 'the document, or the mock made from it',
  sandbox: 'the sandbox',
  live: 'the vendor’s server',
}

/** Who is at fault, as far as it can be told from the target and from who made the promise. */
export function whoseFault(finding: FindingReport, target: TargetKind): string {
  const server = SERVERS[target]
  if (finding.level === 'assumption') return 'our document: it assumed this and the target shows otherwise'
  if (finding.level === 'drift') return `nobody’s yet: ${server} shows more than the document says`
  if (target === 'mock') return `${server}: no server of anybody was asked`
  if (finding.source === 'assumed') return `${server}, unless the document is wrong: this promise is only assumed`
  if (finding.source === 'seed') return `${server}: the promise comes from the vendor’s own description`
  if (finding.source === 'vendor-docs') return `${server}: the promise comes from the vendor’s documentation`
  return `${server}, or the document: it does not say who made this promise`
}

/** What to do next, in half a sentence. */
export function nextStep(finding: FindingReport, target: TargetKind): string {
  if (finding.level === 'assumption') {
    return 'correct the document at this line, and let x-source there name who says so now'
  }
  if (target === 'mock' && finding.level === 'error') {
    return 'compare the example of this answer with its schema, in the document'
  }
  return textOf(finding.rule).mend
}
