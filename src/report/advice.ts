import type { TargetKind } from '../operations/annotations.ts'
import { ruleTexts } from '../rules/find-rule.ts'
import type { FindingReport } from './report.ts'

const SERVERS: Readonly<Record<TargetKind, string>> = {
  mock: 'the document or its mock',
  sandbox: 'the sandbox',
  live: 'the server',
}

/** Which side is responsible, as far as the target and the source of the promise show it. */
export function whoseFault(finding: FindingReport, target: TargetKind): string {
  const server = SERVERS[target]
  if (finding.level === 'assumption') return 'the document: it assumed this, and the target contradicts it'
  if (finding.level === 'drift') return `open: ${server} does more than the document describes`
  if (target === 'mock') return `${server} (no real server was involved)`
  if (finding.source === 'assumed') return `${server}, unless the document is wrong: this promise is only assumed`
  if (finding.source === 'seed') return `${server}: the promise comes from the vendor’s own description`
  if (finding.source === 'vendor-docs') return `${server}: the promise comes from the vendor’s documentation`
  return `${server} or the document, which names no source for this promise`
}

/** What to do next, as the end of a sentence. */
export function nextStep(finding: FindingReport, target: TargetKind): string {
  if (finding.level === 'assumption') {
    return 'correct the document at this line, and name the new source in its x-source'
  }
  if (target === 'mock' && finding.level === 'error') {
    return 'compare the example of this response with its schema in the document'
  }
  return ruleTexts(finding.rule).fix
}
