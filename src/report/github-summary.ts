import { printLocation } from '../document/location.ts'
import { nextStep, receivedOf, responsibleFor, variablesOf } from './texts/advice.ts'
import { groupNotExercised } from './texts/clause-groups.ts'
import { headlineOf, placeIn } from './texts/headline.ts'
import { listNotCompiledIn, NOT_COMPILED, sentenceOf, howToValidate, type NotCompiledIn } from './texts/not-compiled.ts'
import type { Report, RunReport } from './report.ts'
import { STATES, VERDICTS } from './states.ts'
import { acceptedSentences, runName, summarize } from './texts/summarize.ts'
import { visible } from './visible.ts'
import { knownPhrase } from './texts/baseline.ts'
import { isKnown, listFindings, type PlacedFinding } from './worst-first.ts'
import { clockName } from './texts/clock-name.ts'

/** The maximum numbers of findings and places in the summary. GitHub rejects a summary that is larger than 1 MiB. */
const FINDINGS_SHOWN = 50
const PLACES_SHOWN = 50

/** Prints the summary of a GitHub workflow step as Markdown. */
export function githubSummary(report: Report): string {
  const { symbol, word } = VERDICTS[report.verdict]
  const findings = listFindings(report)
  const left = findings.length - FINDINGS_SHOWN
  const isCompared = report.runs.some(({ baseline }) => baseline !== undefined)
  const parts = [
    `## ${symbol} ${escape(report.tool.name)}: ${word}`,
    `${escape(summarize(report))}.`,
    table(
      [
        'API',
        'target',
        'verdict',
        'clauses exercised',
        'passed',
        'failed',
        'blocked',
        'not run',
        'not applicable',
        'cases',
        ...(isCompared ? ['known'] : []),
      ],
      report.runs.map((run) => [...printRun(run), ...(isCompared ? [String(run.counts.known ?? 0)] : [])]),
    ),
    ...report.runs.flatMap((run) =>
      [...acceptedSentences(run), ...run.because].map((because) => `- **${escape(runName(run))}**: ${escape(because)}`),
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
    `<sub>seed ${report.seed}, ${clockName(report).toLowerCase()} ${escape(report.now)}, ${report.plan === undefined ? '' : `${report.plan} plan, `}${escape(report.tool.name)} ${escape(report.tool.version)}</sub>`,
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
    `${coverage.exercised} of ${coverage.reachable} checkable (required: ${coverage.policy} %)`,
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
      escape(runName(run)),
      words.join(', '),
    ]
  })
}

function printFinding({ run, finding }: PlacedFinding): string {
  const rows = [
    [
      'where',
      `${code(printLocation(finding.definedAt))} at ${finding.pointer === '' ? placeIn(finding) : code(finding.pointer)}`,
    ],
    ['expected', escape(finding.expected)],
    ['received', escape(receivedOf(finding, run))],
    ...(finding.baseline === undefined ? [] : [['baseline', escape(knownPhrase(finding))]]),
    ['responsible', escape(responsibleFor(finding, run.target))],
    ['next', escape(nextStep(finding, run.target))],
  ]
  const variables = variablesOf(finding)
  const times = finding.count === 1 ? '' : `, seen ${finding.count} times`
  return [
    `<details><summary><b>${isKnown(finding) ? 'known' : escape(finding.level)}</b> ${escape(headlineOf(finding))} (${escape(runName(run))}${times})</summary>`,
    table(['', code(finding.rule)], rows),
    fence(
      [...(variables.length === 0 ? [] : [`# set first: ${variables.join(' ')}`]), finding.replay, finding.curl].join(
        '\n',
      ),
    ),
    '</details>',
  ].join('\n\n')
}

function printNotCompiled({ file, places }: NotCompiledIn): string {
  const left = places.length - PLACES_SHOWN
  const lines = places.slice(0, PLACES_SHOWN).map((place) => `- ${escape(sentenceOf(place))}`)
  const more = left > 0 ? [`- and ${left} more`] : []
  return [`### ${NOT_COMPILED}`, [...lines, ...more].join('\n'), `${code(howToValidate(file))} explains them.`].join(
    '\n\n',
  )
}

function printNotExercised(report: Report): string[] {
  const rows = report.runs.flatMap((run) =>
    groupNotExercised(run).map(({ state, because, clauses }) => [
      escape(runName(run)),
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

/** Escapes a text for use in Markdown, including tables. */
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
