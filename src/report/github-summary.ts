import { printLocation } from '../document/location.ts'
import { nextStep, whoseFault } from './advice.ts'
import { groupNotExercised } from './clause-groups.ts'
import { headlineOf } from './headline.ts'
import { listNotCompiledIn, NOT_COMPILED, sentenceOf, tellsMore, type NotCompiledIn } from './not-compiled.ts'
import type { Report, RunReport } from './report.ts'
import { STATES, VERDICTS } from './states.ts'
import { summarize } from './summarize.ts'
import { visible } from './visible.ts'
import { listFindings, type PlacedFinding } from './worst-first.ts'

/** GitHub refuses a step summary above 1 MiB; this many findings stay far below. */
const FINDINGS_SHOWN = 50
const PLACES_SHOWN = 50

/** The step summary of a workflow run, in GitHub's Markdown: verdict, runs, grid, findings, what was not exercised. */
export function githubSummary(report: Report): string {
  const { symbol, word } = VERDICTS[report.verdict]
  const findings = listFindings(report)
  const left = findings.length - FINDINGS_SHOWN
  const parts = [
    `## ${symbol} ${escape(report.tool.name)}: ${word}`,
    `${escape(summarize(report))}.`,
    table(
      [
        'api',
        'target',
        'verdict',
        'coverage of the reachable',
        'hold',
        'failed',
        'blocked',
        'not run',
        'not applicable',
        'cases',
      ],
      report.runs.map(printRun),
    ),
    ...report.runs.flatMap((run) =>
      run.because.map((because) => `- **${escape(run.api)} on ${run.target}**: ${escape(because)}`),
    ),
    '### Operations and their statuses',
    table(['operation', 'on', 'statuses'], report.runs.flatMap(listRows)),
    ...(findings.length === 0
      ? []
      : [`### ${findings.length} ${findings.length === 1 ? 'finding' : 'findings, worst first'}`]),
    ...findings.slice(0, FINDINGS_SHOWN).map(printFinding),
    ...(left > 0 ? [`${left} more are in the HTML and JSON reports.`] : []),
    ...listNotCompiledIn(report).map(printNotCompiled),
    ...printNotExercised(report),
    `<sub>seed ${report.seed}, clock ${escape(report.now)}, ${report.lean === true ? 'lean plan, ' : ''}${escape(report.tool.name)} ${escape(report.tool.version)}</sub>`,
  ]
  return `${parts.join('\n\n')}\n`
}

function printRun(run: RunReport): string[] {
  const { counts, coverage } = run
  const { symbol, word } = VERDICTS[run.verdict]
  return [
    escape(run.api),
    run.target,
    `${symbol} ${word}`,
    `${coverage.exercised} of ${coverage.reachable} (policy ${coverage.policy} %)`,
    ...[counts.passed, counts.failed, counts.blocked, counts.notRun, counts.notApplicable, counts.cases].map(String),
  ]
}

function listRows(run: RunReport): string[][] {
  const operations = [...new Set(run.cells.map(({ operation }) => operation))]
  return operations.map((operation) => {
    const cells = run.cells.filter((cell) => cell.operation === operation)
    const [first] = cells
    const words = cells.map(({ status, state }) => `${escape(status)} ${STATES[state].symbol} ${STATES[state].word}`)
    return [
      code(first === undefined ? operation : `${first.method} ${first.path}`),
      `${escape(run.api)} on ${run.target}`,
      words.join(', '),
    ]
  })
}

function printFinding({ run, finding }: PlacedFinding): string {
  const rows = [
    ['where', `${code(printLocation(finding.definedAt))} at ${code(finding.pointer === '' ? '/' : finding.pointer)}`],
    ['expected', escape(finding.expected)],
    ['received', escape(finding.received)],
    ['fault', escape(whoseFault(finding, run.target))],
    ['next', escape(nextStep(finding, run.target))],
  ]
  const times = finding.count === 1 ? '' : `, seen ${finding.count} times`
  return [
    `<details><summary><b>${escape(finding.level)}</b> ${escape(headlineOf(finding))} (${escape(run.api)} on ${run.target}${times})</summary>`,
    table(['', code(finding.rule)], rows),
    fence(`${finding.replay}\n${finding.curl}`),
    '</details>',
  ].join('\n\n')
}

function printNotCompiled({ file, places }: NotCompiledIn): string {
  const left = places.length - PLACES_SHOWN
  const lines = places.slice(0, PLACES_SHOWN).map((place) => `- ${escape(sentenceOf(place))}`)
  const more = left > 0 ? [`- and ${left} more`] : []
  return [`### ${NOT_COMPILED}`, [...lines, ...more].join('\n'), `${code(tellsMore(file))} tells more.`].join('\n\n')
}

function printNotExercised(report: Report): string[] {
  const rows = report.runs.flatMap((run) =>
    groupNotExercised(run).map(({ state, because, clauses }) => [
      `${escape(run.api)} on ${run.target}`,
      `${STATES[state].symbol} ${STATES[state].word}`,
      String(clauses.length),
      escape(because),
    ]),
  )
  return rows.length === 0 ? [] : ['### Not exercised', table(['on', 'state', 'clauses', 'because'], rows)]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Text as Markdown shows it verbatim, in a table or out of one. */
function escape(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$@:]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function code(text: string): string {
  return `<code>${escape(text)}</code>`
}

function fence(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const ticks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${ticks}sh\n${visible(text, '\n')}\n${ticks}`
}
