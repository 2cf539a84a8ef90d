import { printLocation } from '../../document/location.ts'
import { nextStep, whoseFault } from '../advice.ts'
import type { FormatOptions } from '../format.ts'
import { headlineOf } from '../headline.ts'
import type { CaseReport, FindingReport, Report, RunReport } from '../report.ts'
import { STATES, VERDICTS } from '../states.ts'
import { visible } from '../visible.ts'
import { worstFirst } from '../worst-first.ts'

interface TestCase {
  readonly name: string
  readonly className: string
  readonly file: string
  readonly seconds: number
  readonly outcome: {
    readonly kind: 'passed' | 'failure' | 'error' | 'skipped'
    readonly message: string
    readonly text: string
  }
  readonly output: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly TestCase[]
}

/**
 * JUnit XML as GitLab and Jenkins read it: one suite per operation and target, one testcase per case. Blocked, not run
 * and not applicable are skipped with the reason. A run that is red or could not be carried out without any red case
 * gets a testcase of its own, so that no reader shows it green.
 */
export function printJunit(report: Report, options: FormatOptions): string {
  const strict = options.strict === true
  const suites = report.runs.flatMap((run) => listSuites(strict ? withEveryLevel(run) : run, strict))
  const all = suites.flatMap(({ cases }) => cases)
  const body = suites.map((suite) => printSuite(suite, report.startedAt))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeAttribute(report.tool.name)}" ${countsOf(all)} time="${(report.durationMs / 1000).toFixed(3)}">`,
    ...body,
    '</testsuites>',
    '',
  ].join('\n')
}

/** Under `--strict` a case that only showed drift is as broken as any. */
function withEveryLevel(run: RunReport): RunReport {
  const found = new Set(run.findings.map((finding) => finding.case))
  return { ...run, cases: run.cases.map((each) => (found.has(each.path) ? { ...each, verdict: 'failed' } : each)) }
}

function listSuites(run: RunReport, strict: boolean): Suite[] {
  const operations = [...new Set([...run.cells, ...run.cases, ...run.findings].map(({ operation }) => operation))]
  const suites = operations.map((operation) => ({
    name: `${run.api} ${run.target} ${operation}`,
    cases: listCases(run, operation, strict),
  }))
  const all = suites.flatMap(({ cases }) => cases)
  const whole = wholeRun(run, all)
  return [...suites, ...(whole === undefined ? [] : [{ name: `${run.api} ${run.target}`, cases: [whole] }])]
}

function listCases(run: RunReport, operation: string, strict: boolean): TestCase[] {
  const findings = worstFirst(run.findings).filter((finding) => finding.operation === operation)
  const cases = run.cases.filter((each) => each.operation === operation)
  const known = new Set(cases.map(({ path }) => path))
  const base = { className: `${run.api}.${run.target}.${operation}`, file: run.document.file }
  return [
    ...cases.map((each) => ({
      ...base,
      name: `${each.path}: ${each.title}`,
      seconds: each.ms / 1000,
      ...tell(each, findings, run),
    })),
    ...findings
      .filter((finding) => !known.has(finding.case))
      .map((finding) => ({
        ...base,
        name: `${finding.rule}: ${finding.clause}`,
        seconds: 0,
        ...tellAlone(finding, run, strict),
      })),
  ]
}

function tell(
  each: CaseReport,
  findings: readonly FindingReport[],
  run: RunReport,
): Pick<TestCase, 'outcome' | 'output'> {
  const own = findings.filter((finding) => finding.case === each.path)
  const [first] = own
  const text = own.map((finding) => describe(finding, run)).join('\n\n')
  const because = each.because ?? 'no reason was given'
  if (each.verdict === 'failed') {
    // A finding names only the first case that showed it.
    const joined = findings
      .filter(({ level, count }) => level === 'error' && count > 1)
      .map((finding) => describe(finding, run))
    const message =
      first === undefined ? (each.because ?? 'broken like another case of this operation') : headlineOf(first)
    return { outcome: { kind: 'failure', message, text: first === undefined ? joined.join('\n\n') : text }, output: '' }
  }
  if (each.verdict === 'passed') return { outcome: { kind: 'passed', message: '', text: '' }, output: text }
  return {
    outcome: { kind: 'skipped', message: `${STATES[each.verdict].word}: ${because}`, text: '' },
    output: text,
  }
}

function tellAlone(finding: FindingReport, run: RunReport, strict: boolean): Pick<TestCase, 'outcome' | 'output'> {
  const text = describe(finding, run)
  if (finding.level !== 'error' && !strict) return { outcome: { kind: 'passed', message: '', text: '' }, output: text }
  return { outcome: { kind: 'failure', message: headlineOf(finding), text }, output: '' }
}

function wholeRun(run: RunReport, cases: readonly TestCase[]): TestCase | undefined {
  const { word, means } = VERDICTS[run.verdict]
  const isTold = run.verdict === 'failed' && cases.some(({ outcome }) => outcome.kind === 'failure')
  if (run.verdict === 'passed' ? cases.length > 0 : isTold) return undefined
  const message = run.because[0] ?? means
  const kind = { passed: 'passed', failed: 'failure', blocked: 'skipped', error: 'error' } as const
  return {
    name: `the contract of ${run.api} on ${run.target} is judged: ${word}`,
    className: `${run.api}.${run.target}`,
    file: run.document.file,
    seconds: 0,
    outcome: { kind: kind[run.verdict], message, text: run.because.join('\n') },
    output: '',
  }
}

function describe(finding: FindingReport, run: RunReport): string {
  return [
    headlineOf(finding),
    `  rule      ${finding.rule} (${finding.level}, seen ${finding.count} times)`,
    `  where     ${printLocation(finding.definedAt)} at ${finding.pointer}`,
    `  expected  ${finding.expected}`,
    `  received  ${finding.received}`,
    `  fault     ${whoseFault(finding, run.target)}`,
    `  next      ${nextStep(finding, run.target)}`,
    `  replay    ${finding.replay}`,
    `  curl      ${finding.curl}`,
  ].join('\n')
}

function printSuite({ name, cases }: Suite, startedAt: string): string {
  const time = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3)
  // Surefire's schema asks for a timestamp without zone and for a host name; ours must not be known.
  const timestamp = startedAt.replace(/(\.\d+)?(Z|[+-]\d\d:\d\d)$/, '')
  return [
    `  <testsuite name="${escapeAttribute(name)}" ${countsOf(cases)} time="${time}" timestamp="${escapeAttribute(timestamp)}">`,
    ...cases.map(printCase),
    '  </testsuite>',
  ].join('\n')
}

function printCase({ name, className, file, seconds, outcome, output }: TestCase): string {
  const head = `    <testcase name="${escapeAttribute(name)}" classname="${escapeAttribute(className)}" file="${escapeAttribute(file)}" time="${seconds.toFixed(3)}"`
  const message = `message="${escapeAttribute(outcome.message)}"`
  const inner: string[] = []
  if (outcome.kind === 'skipped') inner.push(`      <skipped ${message}/>`)
  else if (outcome.kind !== 'passed') {
    inner.push(`      <${outcome.kind} ${message} type="${outcome.kind}">${escapeXml(outcome.text)}</${outcome.kind}>`)
  }
  if (output !== '') inner.push(`      <system-out>${escapeXml(output)}</system-out>`)
  return inner.length === 0 ? `${head}/>` : `${head}>\n${inner.join('\n')}\n    </testcase>`
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (kind: TestCase['outcome']['kind']): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

/** Text as an element of XML 1.0 can hold it: what no XML document may hold is shown as an escape. */
function escapeXml(text: string): string {
  return visible(text, '\t\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The same for an attribute, where a parser would turn a newline into a blank. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
