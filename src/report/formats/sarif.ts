import { nextStep, receivedOf, responsibleFor } from '../texts/advice.ts'
import { headlineOf, placeIn } from '../texts/headline.ts'
import { NOT_COMPILED, sentenceOf } from '../texts/not-compiled.ts'
import type { BaselineEntryReport, FindingLevel, FindingReport, Report, RunReport } from '../report.ts'
import { ruleTexts } from '../../rules/find-rule.ts'
import { worstFirst } from '../worst-first.ts'

type SarifLevel = 'error' | 'warning' | 'note'

const LEVELS: Readonly<Record<FindingLevel, SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  assumption: 'warning',
  drift: 'note',
}

/**
 * Prints SARIF 2.1.0. Each pair of API and target is one SARIF run, because GitHub code scanning requires this.
 * Locations are lines of the documents. Each result has the fingerprint of its finding. By this fingerprint, GitHub
 * recognizes an alert again after the document was edited. An inconclusive run is marked as unsuccessful, so that
 * GitHub does not close alerts.
 */
export function printSarif(report: Report): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: report.runs.map((run) => printRun(run, report)),
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function printRun(run: RunReport, report: Report): object {
  const findings = worstFirst(run.findings)
  const fixed = (run.baseline?.entries ?? []).filter(({ state }) => state === 'fixed')
  const rules = [...new Set([...findings, ...fixed].map(({ rule }) => rule))].toSorted()
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        rules: rules.map((rule) => printRule(rule, levelOf(rule, findings))),
      },
    },
    automationDetails: {
      id: `${report.tool.name}/${run.api}/${run.target}/`,
      description: { text: `The contract ${run.document.title} ${run.document.version} against ${run.target}` },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: run.verdict === 'passed' || run.verdict === 'failed',
        startTimeUtc: report.startedAt,
        toolExecutionNotifications: [
          ...run.because.map((sentence) => ({ level: 'error', message: { text: sentence } })),
          ...(run.notCompiled ?? []).map((place) => ({
            level: 'warning',
            message: { text: `${NOT_COMPILED} ${sentenceOf(place)}` },
            locations: [{ physicalLocation: physicalLocation(place.definedAt) }],
          })),
        ],
      },
    ],
    artifacts: [run.document, ...(run.document.overlays ?? [])].map(({ file, sha256 }) => ({
      location: placeOf(file),
      hashes: { 'sha-256': sha256 },
    })),
    results: [
      ...findings.map((finding) => printResult(finding, rules.indexOf(finding.rule), run)),
      ...fixed.map((entry) => printFixed(entry, rules.indexOf(entry.rule), run)),
    ],
    properties: { verdict: run.verdict, seed: report.seed, coverage: run.coverage },
  }
}

function printRule(id: string, level: SarifLevel): object {
  const { title, why, fix } = ruleTexts(id)
  return {
    id,
    name: id.replace(/(?:^|_)(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why} To fix it: ${fix}.`, markdown: `${why}\n\n**To fix it:** ${fix}.` },
    defaultConfiguration: { level },
    properties: { tags: ['contract', 'api'] },
  }
}

function levelOf(rule: string, findings: readonly FindingReport[]): SarifLevel {
  // The findings are sorted, the worst one first. The first finding of a rule has the worst level of this rule.
  return LEVELS[findings.find((finding) => finding.rule === rule)?.level ?? 'error']
}

function printResult(finding: FindingReport, ruleIndex: number, run: RunReport): object {
  const { definedAt } = finding
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.level],
    ...baselineOf(finding),
    message: {
      text: [
        `${headlineOf(finding)}.`,
        `Expected ${finding.expected}, received ${receivedOf(finding, run)}, at ${placeIn(finding)} on ${run.target}.`,
        `Responsible: ${responsibleFor(finding, run.target)}. Next: ${nextStep(finding, run.target)}.`,
        `Replay: ${finding.replay}`,
      ].join('\n'),
    },
    locations: [
      {
        physicalLocation: physicalLocation(definedAt),
        logicalLocations: [{ fullyQualifiedName: finding.clause, kind: 'member' }],
      },
    ],
    partialFingerprints: { 'contractGate/v1': finding.fingerprint },
    occurrenceCount: finding.count,
    properties: {
      case: finding.case,
      clauses: finding.clauses,
      source: finding.source,
      curl: finding.curl,
      replay: finding.replay,
    },
  }
}

/**
 * Returns the SARIF properties of a finding that depend on the baseline: `baselineState` (SARIF 2.1.0 §3.27.24) and,
 * for a known failure, a suppression (§3.35). Many SARIF readers hide results that have a suppression.
 */
function baselineOf({ baseline }: FindingReport): object {
  if (baseline === undefined) return {}
  const { state, reason = '', owner = '', expires = '' } = baseline
  if (state === 'new') return { baselineState: 'new' }
  if (state === 'expired') return { baselineState: 'unchanged' }
  const justification = `${reason} (${owner}, until ${expires})`
  return { baselineState: 'unchanged', suppressions: [{ kind: 'external', status: 'accepted', justification }] }
}

/** Prints a baseline entry whose failure no longer occurs. */
function printFixed({ clause, rule, firstSeen }: BaselineEntryReport, ruleIndex: number, run: RunReport): object {
  const place = run.clauses.find(({ id }) => id === clause)?.definedAt ?? {
    file: run.document.file,
    line: 1,
    column: 1,
  }
  return {
    ruleId: rule,
    ruleIndex,
    kind: 'pass',
    level: 'none',
    baselineState: 'absent',
    message: { text: `${clause} no longer fails on ${run.target}. It was a known failure since ${firstSeen}.` },
    locations: [
      {
        physicalLocation: physicalLocation(place),
        logicalLocations: [{ fullyQualifiedName: clause, kind: 'member' }],
      },
    ],
  }
}

function physicalLocation({ file, line, column }: Omit<FindingReport['definedAt'], 'pointer'>): object {
  return { artifactLocation: placeOf(file), region: { startLine: line, startColumn: column } }
}

function placeOf(file: string): { readonly uri: string; readonly uriBaseId: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/')
  return { uri, uriBaseId: '%SRCROOT%' }
}
