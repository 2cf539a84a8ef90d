import { ruleTexts } from '../../rules/find-rule.ts'
import { isLoopback } from '../is-loopback.ts'
import type { FindingReport, RunReport } from '../report.ts'

type Target = RunReport['target']

const SERVERS: Readonly<Record<Target, string>> = {
  mock: 'the document or its mock',
  sandbox: 'the sandbox',
  live: 'the server',
}

/**
 * Returns a phrase that says what must be fixed because of a finding: the document, the mock, the sandbox or the
 * server.
 */
export function responsibleFor(finding: FindingReport, target: Target): string {
  const server = SERVERS[target]
  if (finding.level === 'assumption') return 'the document: its assumption is wrong'
  if (finding.level === 'drift') return `undecided: ${server} does more than the document describes`
  if (target === 'mock') return `${server} (no real server was involved)`
  if (finding.level === 'warning') return `${server}: a standard requires this, the document does not`
  if (finding.source === 'assumed') return `${server}, unless the assumption in the document is wrong`
  if (finding.source === 'seed') return `${server}: the vendor’s own description requires this`
  if (finding.source === 'vendor-docs') return `${server}: the vendor’s documentation requires this`
  return `${server} or the document, which gives no source for this`
}

/**
 * Rules about the content of responses. If a mock violates one of them, the document is wrong, because the mock answers
 * with examples of the document.
 */
const OF_EXAMPLES: readonly string[] = ['response_schema_conformance', 'response_headers_conformance', 'invariant']

/** Returns advice for the reader of a finding. The text completes a sentence that begins with `Next:`. */
export function nextStep(finding: FindingReport, target: Target): string {
  if (finding.level === 'assumption') return 'correct the document at this line, and update its x-source'
  if (target === 'mock' && OF_EXAMPLES.includes(finding.rule)) {
    return 'compare the example of this response with its schema and its invariants in the document'
  }
  return finding.fix ?? ruleTexts(finding.rule).fix
}

/** Matches the description of a hidden value, such as `<string 17>`. */
const HIDDEN = /<(?:string|digits|integer|number|boolean|date|date-time|uuid|array|object|name)\b[^>]*>/

/** Returns the received value of a finding. If the value is hidden, adds advice for showing it. */
export function receivedOf({ received }: FindingReport, { target, baseUrl }: RunReport): string {
  if (!HIDDEN.test(received)) return received
  const isLocal = target !== 'live' || isLoopback(baseUrl)
  return `${received} (value hidden${isLocal ? ': add --show-values to see it' : ' on a live server'})`
}

/**
 * Returns the names of the environment variables in the replay command and the curl command of a finding. They replace
 * hidden values, so the user must set them before running the commands.
 */
export function variablesOf({ replay, curl }: FindingReport): string[] {
  const names = `${replay} ${curl}`.matchAll(/"\$([A-Z_][A-Z0-9_]*)"/g)
  return [...new Set([...names].map(([, name = '']) => name))]
}
