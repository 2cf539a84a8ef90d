import { printLocation } from '../../document/location.ts'
import { nextStep, receivedOf, responsibleFor, variablesOf } from '../texts/advice.ts'
import { foldClauses, groupNotExercised, NO_REASON } from '../texts/clause-groups.ts'
import type { FormatOptions } from './format.ts'
import { headlineOf, placeIn } from '../texts/headline.ts'
import type { CaseReport, FindingReport, Report, RunReport } from '../report.ts'
import { STATES, VERDICTS } from '../states.ts'
import { runName } from '../texts/summarize.ts'
import { visible } from '../visible.ts'
import { isFailure } from '../is-failure.ts'
import { baselineProblems, knownPhrase } from '../texts/baseline.ts'
import { isKnown, worstFirst } from '../worst-first.ts'

interface Outcome {
  readonly kind: 'failure' | 'error' | 'skipped'
  readonly message: string
  readonly type?: string
  readonly text?: string
}

interface TestCase {
  readonly name: string
  readonly className: string
  readonly file: string
  readonly seconds: number
  /** The result of the case. Absent if the case passed. */
  readonly outcome?: Outcome
  /** The text of findings that are not failures, such as warnings. */
  readonly output?: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly TestCase[]
}

/**
 * Prints JUnit XML for GitLab and Jenkins. Each operation on a target is a suite, each case a testcase, and each
 * finding a failure. A case without a verdict is a skipped testcase that shows the reason. A clause without a case is a
 * skipped testcase too. A run that is inconclusive, or that failed without a finding, gets one additional testcase.
 * Without it, JUnit readers would show the run as passed.
 */
export function printJunit(report: Report, options: FormatOptions): string {
  const suites = report.runs.flatMap((run) => listSuites(run, options.strict === true))
  const all = suites.flatMap(({ cases }) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeAttribute(report.tool.name)}" ${countsOf(all)} time="${(report.durationMs / 1000).toFixed(3)}">`,
    ...suites.map((suite) => printSuite(suite, report.startedAt)),
    '</testsuites>',
    '',
  ].join('\n')
}

function listSuites(run: RunReport, strict: boolean): Suite[] {
  const all = [...run.cells, ...run.cases, ...run.findings, ...run.clauses]
  const operations = [...new Set(all.map(({ operation }) => operation))]
  const suites = operations.map((operation) => ({
    name: `${run.api} ${run.target} ${operation}`,
    cases: listCases(run, operation, strict),
  }))
  const entries = baselineProblems(run).map(({ entry, sentence }): TestCase => ({
    name: `baseline: ${entry.clause} (${entry.rule})`,
    className: `${run.api}.${run.target}.baseline`,
    file: run.baseline?.file ?? run.document.file,
    seconds: 0,
    outcome: { kind: 'failure', message: sentence, type: entry.state },
  }))
  if (entries.length > 0) suites.push({ name: `${run.api} ${run.target} baseline`, cases: entries })
  const whole = wholeRun(
    run,
    suites.flatMap(({ cases }) => cases),
  )
  return whole === undefined ? suites : [...suites, { name: `${run.api} ${run.target}`, cases: [whole] }]
}

function listCases(run: RunReport, operation: string, strict: boolean): TestCase[] {
  const findings = worstFirst(run.findings).filter((finding) => finding.operation === operation)
  const fails = (finding: FindingReport): boolean => isFailure(finding, strict)
  const base = { className: `${run.api}.${run.target}.${operation}`, file: run.document.file }
  const placed = new Set<FindingReport>()
  const cases = run.cases
    .filter((each) => each.operation === operation)
    .map((each) => {
      const own = findings.filter((finding) => finding.case === each.path)
      const failure = own.find(fails)
      const notes = own.filter((finding) => !fails(finding))
      for (const finding of [...notes, ...(failure === undefined ? [] : [failure])]) placed.add(finding)
      return {
        ...base,
        name: `${each.path}: ${each.title}`,
        seconds: each.ms / 1000,
        ...(failure === undefined ? (knownOutcome(own) ?? outcomeOf(each)) : { outcome: failureOf(failure, run) }),
        ...(notes.length === 0 ? {} : { output: notes.map((finding) => describe(finding, run)).join('\n\n') }),
      }
    })
  const others = findings.filter((finding) => !placed.has(finding))
  return [
    ...cases,
    ...others.map((finding) => ({
      ...base,
      name: `${finding.rule}: ${finding.clause}`,
      seconds: 0,
      ...(fails(finding)
        ? { outcome: failureOf(finding, run) }
        : { ...knownOutcome([finding]), output: describe(finding, run) }),
    })),
    ...listNotRun(run, operation).map((each) => ({ ...base, seconds: 0, ...each })),
  ]
}

/**
 * Lists the reasons why clauses were not run. Each reason becomes a skipped testcase. Leaves out a reason that a
 * skipped case already shows.
 */
function listNotRun(run: RunReport, operation: string): Pick<TestCase, 'name' | 'outcome'>[] {
  const ofOperation = (item: { readonly operation: string }): boolean => item.operation === operation
  const shown = new Set(run.cases.filter(ofOperation).map(({ because }) => because))
  return groupNotExercised({ clauses: run.clauses.filter(ofOperation) })
    .filter(({ state, because }) => state === 'not-run' && !shown.has(because))
    .map(({ because, clauses }) => ({
      name: `not exercised: ${foldClauses(clauses).join(', ')}`,
      outcome: { kind: 'skipped', message: `${STATES['not-run'].word}: ${because}` },
    }))
}

function failureOf(finding: FindingReport, run: RunReport): Outcome {
  return { kind: 'failure', message: finding.message, type: finding.rule, text: describe(finding, run) }
}

/**
 * Returns the outcome `skipped` for a testcase that shows a known failure. Without an outcome, JUnit readers would
 * count the testcase as passed.
 */
function knownOutcome(findings: readonly FindingReport[]): { readonly outcome: Outcome } | undefined {
  const finding = findings.find(isKnown)
  return finding === undefined ? undefined : { outcome: { kind: 'skipped', message: knownPhrase(finding) } }
}

function outcomeOf({ verdict, because = NO_REASON }: CaseReport): { readonly outcome?: Outcome } {
  if (verdict === 'passed' || verdict === 'disproved') return {}
  // A finding names only one case: the first case that failed for its cause. If no finding names a failed case, an
  // earlier case failed for the same cause.
  const message = verdict === 'failed' ? 'failed for a cause that another case reports' : because
  return {
    outcome: { kind: 'skipped', message: verdict === 'failed' ? message : `${STATES[verdict].word}: ${message}` },
  }
}

/** Returns a testcase for the whole run. Returns undefined if another testcase already shows the verdict of the run. */
function wholeRun(run: RunReport, cases: readonly TestCase[]): TestCase | undefined {
  const { word, means } = VERDICTS[run.verdict]
  const isShown = {
    passed: cases.length > 0,
    failed: cases.some(({ outcome }) => outcome?.kind === 'failure'),
    blocked: false,
    error: false,
  }
  if (isShown[run.verdict]) return undefined
  const message = run.because[0] ?? means
  const text = run.because.join('\n')
  const kind = run.verdict === 'failed' ? 'failure' : 'error'
  return {
    name: `${runName(run)} is ${word}`,
    className: `${run.api}.${run.target}`,
    file: run.document.file,
    seconds: 0,
    ...(run.verdict === 'passed' ? {} : { outcome: { kind, message, type: word, text } }),
  }
}

function describe(finding: FindingReport, run: RunReport): string {
  const variables = variablesOf(finding)
  return [
    headlineOf(finding),
    `  rule         ${finding.rule} (${finding.level}, seen ${finding.count} times)`,
    `  where        ${printLocation(finding.definedAt)} at ${placeIn(finding)}`,
    `  expected     ${finding.expected}`,
    `  received     ${receivedOf(finding, run)}`,
    `  responsible  ${responsibleFor(finding, run.target)}`,
    `  next         ${nextStep(finding, run.target)}`,
    ...(variables.length === 0 ? [] : [`  set first    ${variables.join(', ')}`]),
    `  replay       ${finding.replay}`,
    `  curl         ${finding.curl}`,
  ].join('\n')
}

function printSuite({ name, cases }: Suite, startedAt: string): string {
  const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3)
  // Removes the time zone, because the XML schema of Surefire requires a timestamp without one.
  const timestamp = startedAt.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, '')
  return [
    `  <testsuite name="${escapeAttribute(name)}" ${countsOf(cases)} time="${time}" timestamp="${escapeAttribute(timestamp)}">`,
    ...cases.map(printCase),
    '  </testsuite>',
  ].join('\n')
}

function printCase({ name, className, file, seconds, outcome, output }: TestCase): string {
  const head = `    <testcase name="${escapeAttribute(name)}" classname="${escapeAttribute(className)}" file="${escapeAttribute(file)}" time="${seconds.toFixed(3)}"`
  const inner = [
    ...(outcome === undefined ? [] : [printOutcome(outcome)]),
    ...(output === undefined ? [] : [`<system-out>${escapeXml(output)}</system-out>`]),
  ]
  if (inner.length === 0) return `${head}/>`
  return `${head}>\n${inner.map((line) => `      ${line}`).join('\n')}\n    </testcase>`
}

function printOutcome({ kind, message, type, text }: Outcome): string {
  const attributes = `message="${escapeAttribute(message)}"${type === undefined ? '' : ` type="${escapeAttribute(type)}"`}`
  return text === undefined ? `<${kind} ${attributes}/>` : `<${kind} ${attributes}>${escapeXml(text)}</${kind}>`
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (kind: Outcome['kind']): number => cases.filter(({ outcome }) => outcome?.kind === kind).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

/** Escapes text for an XML 1.0 element, including characters that XML does not allow. */
function escapeXml(text: string): string {
  return visible(text, '\t\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Escapes text for an XML attribute. Escapes newlines too, because an XML parser replaces them with spaces. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
