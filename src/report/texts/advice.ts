import { ruleTexts } from '../../rules/find-rule.ts'
import { isLoopback } from '../is-loopback.ts'
import type { FindingReport, RunReport } from '../report.ts'

type Target = RunReport['target']

const SERVERS: Readonly<Record<Target, string>> = {
  mock: 'the document or its mock',
  sandbox: 'the sandbox',
  live: 'the server',
}

/** The side (document, mock, sandbox or server) that is responsible, if target and source of the clause show it. */
export function responsibleFor(finding: FindingReport, target: Target): string {
  const server = SERVERS[target]
  if (finding.level === 'assumption') return 'the document: its assumption is wrong'
  if (finding.level === 'drift') return `undecided: ${server} does more than the document describes`
  if (target === 'mock') return `${server} (no real server was involved)`
  if (finding.level === 'warning') return `${server}: a standard requires this, the document does not`
  if (finding.source === 'assumed') return `${server}, unless the document is wrong, which only assumes this`
  if (finding.source === 'seed') return `${server}: the vendor’s own description requires this`
  if (finding.source === 'vendor-docs') return `${server}: the vendor’s documentation requires this`
  return `${server} or the document, which names no source for this`
}

/** Rules about responses. On the mock, such a response is an example of the document. */
const OF_EXAMPLES: readonly string[] = ['response_schema_conformance', 'response_headers_conformance', 'invariant']

/** Advice on what to do next, worded as the end of a sentence. */
export function nextStep(finding: FindingReport, target: Target): string {
  if (finding.level === 'assumption') return 'correct the document at this line, and update its x-source'
  if (target === 'mock' && OF_EXAMPLES.includes(finding.rule)) {
    return 'compare the example of this response with its schema and its invariants in the document'
  }
  return finding.fix ?? ruleTexts(finding.rule).fix
}

/** A value that the redaction replaced by its type, such as `<string 17>`. */
const HIDDEN = /<(?:string|digits|integer|number|boolean|date|date-time|uuid|array|object|name)\b[^>]*>/

/** The received value. If it is hidden, the text says how to see it. */
export function receivedOf({ received }: FindingReport, { target, baseUrl }: RunReport): string {
  if (!HIDDEN.test(received)) return received
  const isLocal = target !== 'live' || isLoopback(baseUrl)
  return `${received} (value hidden${isLocal ? ': add --show-values to see it' : ' on a live server'})`
}

/** The environment variables that must be set before the replay and curl commands run, in place of hidden values. */
export function variablesOf({ replay, curl }: FindingReport): string[] {
  const names = `${replay} ${curl}`.matchAll(/"\$([A-Z_][A-Z0-9_]*)"/g)
  return [...new Set([...names].map(([, name = '']) => name))]
}
