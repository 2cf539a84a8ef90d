import { ruleTexts } from '../../rules/find-rule.ts'
import { isLoopback } from '../is-loopback.ts'
import type { FindingReport, RunReport } from '../report.ts'

type Target = RunReport['target']

const SERVERS: Readonly<Record<Target, string>> = {
  mock: 'the document or its mock',
  sandbox: 'the sandbox',
  live: 'the server',
}

/** The side that is responsible, if the target and the source of the clause show it. */
export function responsibleFor(finding: FindingReport, target: Target): string {
  const server = SERVERS[target]
  if (finding.level === 'assumption') return 'the document: its assumption is wrong'
  if (finding.level === 'drift') return `undecided: ${server} does more than the document describes`
  if (target === 'mock') return `${server} (no real server was involved)`
  if (finding.level === 'warning') return `${server}: a standard requires this, the document does not`
  if (finding.source === 'assumed') return `${server}, unless the document is wrong: it only assumes this`
  if (finding.source === 'seed') return `${server}: the vendor’s own description requires this`
  if (finding.source === 'vendor-docs') return `${server}: the vendor’s documentation requires this`
  return `${server} or the document, which names no source for this`
}

/** Rules about a response that the mock takes from an example. */
const OF_EXAMPLES: readonly string[] = ['response_schema_conformance', 'response_headers_conformance', 'invariant']

/** What to do next, as the end of a sentence. */
export function nextStep(finding: FindingReport, target: Target): string {
  if (finding.level === 'assumption') return 'correct the document at this line, and update its x-source'
  if (target === 'mock' && OF_EXAMPLES.includes(finding.rule)) {
    return 'compare the example of this response with its schema and rules in the document'
  }
  return finding.fix ?? ruleTexts(finding.rule).fix
}

/** A value that was replaced by its type. */
const HIDDEN = /<(?:string|digits|integer|number|boolean|date|date-time|uuid|array|object|name)\b[^>]*>/

/** What was received, with the way to see a hidden value. */
export function receivedOf({ received }: FindingReport, { target, baseUrl }: RunReport): string {
  if (!HIDDEN.test(received)) return received
  const isLocal = target !== 'live' || isLoopback(baseUrl)
  return `${received} (value hidden${isLocal ? ': add --show-values to see it' : ' on a live server'})`
}

/** The variables to set before the replay and curl lines run: they replace hidden values. */
export function variablesOf({ replay, curl }: FindingReport): string[] {
  const names = `${replay} ${curl}`.matchAll(/"\$([A-Z_][A-Z0-9_]*)"/g)
  return [...new Set([...names].map(([, name = '']) => name))]
}
