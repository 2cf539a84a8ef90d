import picocolors from 'picocolors'
import { listNewCauses, titleOf } from '../causes.ts'
import { overridesOf } from '../describe-document.ts'
import { exitOf } from '../exit-of.ts'
import type { FormatOptions } from './format.ts'
import type { Report, RunReport } from '../report.ts'
import { listStates, STATES, VERDICTS } from '../states.ts'
import { assumptionSentences } from '../texts/assumptions.ts'
import { listNotCompiledIn } from '../texts/not-compiled.ts'
import {
  acceptedSentences,
  coverageLine,
  coverageShare,
  requestsLine,
  runName,
  SHOWS_VALUES,
  summarize,
} from '../texts/summarize.ts'
import { isKnown, listFindings } from '../worst-first.ts'
import { headlineOf } from '../texts/headline.ts'
import { knownPhrase } from '../texts/baseline.ts'
import { EXERCISED, foldClauses, groupNotExercised, NO_REASON } from '../texts/clause-groups.ts'
import { gainedLine, mostGained } from '../texts/most-gained.ts'
import { printCause } from './text/finding.ts'
import { labelled, printedLength, pack, wrap } from './text/lines.ts'
import { printNotCompiled } from './text/not-compiled.ts'
import { printWhatIf } from './text/what-if.ts'
import { visible } from '../visible.ts'
import { paint, type Page } from './text/page.ts'
import { clockName } from '../texts/clock-name.ts'

const CAUSES_SHOWN = 20
/**
 * `WORST_SHOWN` is the maximum number of causes on the first screen. `REASONS_SHOWN` is the maximum number of printed
 * reasons why clauses were not exercised.
 */
const WORST_SHOWN = 5
const REASONS_SHOWN = 12
/** The maximum number of operations whose statuses are printed. With `--verbose`, all are printed. */
const OPERATIONS_SHOWN = 30

/**
 * Prints a report as text for a terminal or a log. The text is at least 40 columns wide, and can be read without
 * colours.
 */
export function printText(report: Report, options: FormatOptions): string {
  const page: Page = { width: Math.max(40, options.width), colors: picocolors.createColors(options.color) }
  const blocks = [
    printHeader(report, page),
    printAccepted(report, page),
    printFirstScreen(report, page),
    ...report.runs.map((run) => printRun(run, options, page)),
    ...listFindingBlocks(report, options, page),
    printKnown(report, page),
    ...listNotCompiledIn(report).map((document) => printNotCompiled(document, page)),
    ...report.runs.map((run) => printNotExercised(run, options, page)),
    ...report.runs.map((run) => printWhatIf(run, page)),
    printFooter(report, options, page),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function printHeader(report: Report, page: Page): string[] {
  const { tool, seed, now, durationMs, shard, plan, verdict } = report
  const facts = [
    `${tool.name} ${tool.version}`,
    `seed ${seed}`,
    `${clockName(report).toLowerCase()} ${now}`,
    `took ${(durationMs / 1000).toFixed(1)} s`,
    ...(plan === undefined ? [] : [`${plan} plan`]),
    ...(shard === undefined ? [] : [`shard ${shard.index} of ${shard.of}`]),
  ]
  const { symbol, word } = VERDICTS[verdict]
  const shows = report.showsValues === true ? wrap(SHOWS_VALUES, page.width) : []
  return [
    ...wrap(`${symbol} ${word.toUpperCase()}: ${summarize(report)}`, page.width).map((line) => {
      return page.colors.bold(paint(verdict, line, page))
    }),
    ...pack(
      facts.map((each) => visible(each)),
      page.width,
    ).map((line) => page.colors.dim(line)),
    ...shows.map((line) => page.colors.bold(page.colors.yellow(line))),
  ]
}

/**
 * If there are several causes, prints one line for each of the worst. Then prints the advice with which the next run
 * can test the largest number of further clauses.
 */
function printFirstScreen(report: Report, page: Page): string[] {
  const causes = listNewCauses(report)
  const gained = mostGained(report)
  const worst = causes.length < 2 ? [] : causes.slice(0, WORST_SHOWN)
  return [
    ...worst.flatMap((cause, index) => {
      return labelled(`  ${index + 1}. `, wrap(visible(titleOf(cause)), page.width - 5), 5)
    }),
    ...(gained === undefined
      ? []
      : labelled('  To check more: ', wrap(visible(gainedLine(gained)), page.width - 17), 17)),
  ]
}

function printAccepted({ runs }: Report, page: Page): string[] {
  const sentences = runs.flatMap((run) => acceptedSentences(run).map((each) => visible(`${runName(run)}: ${each}`)))
  return sentences.flatMap((each) => wrap(each, page.width)).map((line) => paint('blocked', line, page))
}

function printRun(run: RunReport, { verbose = false }: FormatOptions, page: Page): string[] {
  const { document, counts } = run
  const { symbol, word } = VERDICTS[run.verdict]
  const files = [document.file, ...(document.overlays ?? []).map(({ file }) => file.split('/').at(-1) ?? file)].join(
    ' with ',
  )
  const about = `${document.title} ${document.version}, ${files}, at ${run.baseUrl}`
  const facts = (label: string, text: string): string[] =>
    labelled(`  ${label}`, wrap(visible(text), page.width - 13), 13)
  return [
    page.colors.bold(`${visible(runName(run))}  ${paint(run.verdict, `${symbol} ${word}`, page)}`),
    ...wrap(visible(about), page.width - 2).map((line) => page.colors.dim(`  ${line}`)),
    ...run.because.flatMap((sentence) => facts('because', sentence)),
    ...overridesOf(document).flatMap((sentence) => facts('overlay', sentence)),
    ...(run.values ?? []).flatMap((sentence) => facts('ids', sentence)),
    ...printOperations(run, verbose, page),
    ...facts('coverage', `${coverageShare(run.coverage)} %: ${coverageLine(run)}`),
    ...facts(
      'clauses',
      `${counts.passed} passed, ${counts.failed} failed, ${counts.blocked} blocked, ${counts.notRun} not run, ` +
        `${counts.notApplicable} not applicable${counts.disproved === undefined ? '' : `, ${counts.disproved} disproved`}${counts.known === undefined ? '' : `, ${counts.known} known`}`,
    ),
    ...assumptionSentences(run).flatMap((sentence, index) => facts(index === 0 ? 'assumed' : '', sentence)),
    ...facts('cases', requestsLine(counts)),
    ...(verbose ? casesNotJudged(run) : []).flatMap((sentence) => facts('', sentence)),
  ]
}

function listOperations(run: RunReport): RunReport['cells'][number][][] {
  const operations = new Map<string, RunReport['cells'][number][]>()
  for (const cell of run.cells) operations.set(cell.operation, [...(operations.get(cell.operation) ?? []), cell])
  return [...operations.values()]
}

/** Prints the statuses of each operation. If the report has many operations, prints only counts. */
function printOperations(run: RunReport, verbose: boolean, page: Page): string[] {
  const operations = listOperations(run)
  if (verbose || operations.length <= OPERATIONS_SHOWN) return operations.flatMap((cells) => printCells(cells, page))
  const worst = operations.map((cells) => listStates().find((state) => cells.some((cell) => cell.state === state)))
  const counts = listStates().flatMap((state) => {
    const count = worst.filter((each) => each === state).length
    return count === 0 ? [] : [`${count} ${STATES[state].word}`]
  })
  const sentence = `${operations.length} operations, each counted by its worst status: ${counts.join(', ')}; to list them: --verbose, or the HTML report`
  return labelled('  operations', wrap(sentence, page.width - 13), 13)
}

function printCells(cells: readonly RunReport['cells'][number][], page: Page): string[] {
  const [first] = cells
  if (first === undefined) return []
  const words = cells.map((cell) => ({
    cell,
    text:
      `${cell.status} ${STATES[cell.state].symbol} ${STATES[cell.state].word}` +
      (cell.state === 'passed' && cell.because !== undefined ? `, ${cell.because}` : ''),
  }))
  const column = Math.max(...words.map(({ text }) => printedLength(text))) + 3
  const perLine = Math.max(1, Math.floor((page.width - 4) / column))
  const lines: string[] = []
  for (let start = 0; start < words.length; start += perLine) {
    const row = words.slice(start, start + perLine)
    const painted = row.map(({ cell, text }, index) => {
      return paint(cell.state, text, page) + (index === row.length - 1 ? '' : ' '.repeat(column - printedLength(text)))
    })
    lines.push(`    ${painted.join('')}`)
  }
  const operation = wrap(visible(`${first.method} ${first.path}  ${first.operation}`), page.width - 2)
  return [...operation.map((line) => `  ${line}`), ...lines]
}

function casesNotJudged(run: RunReport): string[] {
  const reasons = new Map<string, number>()
  for (const { verdict, because } of run.cases) {
    if (EXERCISED.has(verdict)) continue
    const reason = `${STATES[verdict].word}: ${because ?? NO_REASON}`
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return foldReasons(reasons)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => `${count} ${reason}`)
}

/** Joins reasons that differ only in their last word into one reason. */
function foldReasons(reasons: ReadonlyMap<string, number>): [reason: string, count: number][] {
  const folded = new Map<string, { words: string[]; count: number }>()
  for (const [reason, count] of reasons) {
    const cut = reason.lastIndexOf(' ')
    const start = reason.slice(0, cut)
    const known = folded.get(start) ?? { words: [], count: 0 }
    folded.set(start, { words: [...known.words, reason.slice(cut + 1)], count: known.count + count })
  }
  return [...folded].map(([start, { words, count }]) => [`${start} ${words.join(', ')}`, count])
}

/** Prints only the findings of the given runs. */
export function printFindings(runs: readonly RunReport[], options: FormatOptions): string {
  const page: Page = { width: Math.max(40, options.width), colors: picocolors.createColors(options.color) }
  return `${listFindingBlocks({ runs }, options, page)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function listFindingBlocks(report: Pick<Report, 'runs'>, options: FormatOptions, page: Page): string[][] {
  const causes = listNewCauses(report)
  const findings = causes.flatMap((cause) => cause.findings)
  const isCompared = report.runs.some(({ baseline }) => baseline !== undefined)
  if (findings.length === 0) return [[isCompared ? 'No new findings.' : 'No findings.']]
  const shown = causes.slice(0, options.causes ?? CAUSES_SHOWN)
  const left = causes.length - shown.length
  const heading = page.colors.bold(headingOf(findings.length, causes.length))
  const file = shortFile(options.reportFile ?? 'reports/contract-report.json')
  const rest = `${left} more ${left === 1 ? 'cause is' : 'causes are'} not shown. To write an HTML page (reports/contract-report.html) with a search for all ${findings.length} findings:`
  return [
    [heading],
    ...shown.map((cause, index) => printCause(cause, index + 1, page)),
    ...(left === 0 ? [] : [[...wrap(rest, page.width), `  contract-gate report ${visible(file)} --format html`]]),
  ]
}

/** Prints one line for each known failure: the failure, the last accepted day, the reason and the owner. */
function printKnown(report: Report, page: Page): string[] {
  const known = listFindings(report).filter(({ finding }) => isKnown(finding))
  if (known.length === 0) return []
  return [
    page.colors.bold(known.length === 1 ? '1 known failure' : `${known.length} known failures`),
    ...known.flatMap(({ run, finding }) => [
      ...labelled(`  ${STATES.known.symbol} `, wrap(visible(headlineOf(finding)), page.width - 4), 4),
      ...wrap(visible(`${finding.rule}, ${runName(run)}, ${knownPhrase(finding)}`), page.width - 4).map((line) => {
        return page.colors.dim(`    ${line}`)
      }),
    ]),
  ]
}

function headingOf(findings: number, causes: number): string {
  if (findings === 1) return '1 finding'
  if (findings === causes) return `${findings} findings, worst first`
  return causes === 1 ? `${findings} findings with 1 cause` : `${findings} findings with ${causes} causes, worst first`
}

// Replaces an absolute path with the name of the file, because users paste the printed text into tickets.
function shortFile(file: string): string {
  return /^(?:[/\\]|[a-z]:)/i.test(file) ? (file.split(/[/\\]/).at(-1) ?? file) : file
}

function printNotExercised(run: RunReport, { verbose = false }: FormatOptions, page: Page): string[] {
  const groups = groupNotExercised(run)
  if (groups.length === 0) return []
  const count = groups.reduce((sum, { clauses }) => sum + clauses.length, 0)
  const shown = verbose ? groups : groups.slice(0, REASONS_SHOWN)
  const left = groups.length - shown.length
  const more = [
    ...(left === 0 ? [] : [`${left} more ${left === 1 ? 'reason' : 'reasons'}`]),
    ...(verbose ? [] : ['to list the clauses: --verbose, or the JSON and HTML reports']),
  ].join('; ')
  const heading = `Not exercised: ${visible(runName(run))}, ${count} of ${run.clauses.length} clauses`
  return [
    ...wrap(heading, page.width).map(page.colors.bold),
    ...shown.flatMap(({ state, because, clauses }) => [
      ...labelled(
        `  ${STATES[state].symbol} `,
        wrap(`${clauses.length} ${STATES[state].word}: ${visible(because)}`, page.width - 4),
        4,
      ).map((line) => paint(state, line, page)),
      ...(verbose ? listByOperation(clauses, run) : []).flatMap((items) => {
        return pack(
          items.map((each) => visible(each)),
          page.width - 6,
        ).map((line) => page.colors.dim(`      ${line}`))
      }),
    ]),
    ...(more === '' ? [] : wrap(more, page.width - 4).map((line) => page.colors.dim(`    ${line}`))),
  ]
}

function listByOperation(clauses: RunReport['clauses'], run: RunReport): string[][] {
  const operations = [...new Set(clauses.map(({ operation }) => operation))]
  const many = new Set(run.clauses.map(({ operation }) => operation)).size > 1
  return operations.map((operation) => {
    const folded = foldClauses(clauses.filter((clause) => clause.operation === operation))
    return many ? folded.map((item, index) => (index === 0 ? `${operation}: ${item}` : item)) : folded
  })
}

function printFooter(report: Report, options: FormatOptions, page: Page): string[] {
  const verdict = VERDICTS[report.verdict]
  const exit = exitOf(report, options.strict === true)
  const word = exit === verdict.exit ? verdict.word : `${verdict.word}, but --strict fails on findings of every level`
  const states = listStates().flatMap((state) => {
    const count = report.runs.reduce(
      (sum, run) => sum + run.clauses.filter((clause) => clause.state === state).length,
      0,
    )
    return count === 0 && (state === 'disproved' || state === 'known') ? [] : [`${count} ${STATES[state].word}`]
  })
  const runs = report.runs.map((run) => `${runName(run)} ${VERDICTS[run.verdict].word}`)
  return [
    ...pack(
      runs.map((each) => visible(each)),
      page.width,
    ),
    ...pack(
      states.map((state, index) => (index === 0 ? `clauses: ${state}` : state)),
      page.width,
    ),
    ...wrap(`exit ${exit}: ${word} (0 passed, 1 failed, 2 inconclusive)`, page.width).map((line) => {
      return page.colors.bold(paint(report.verdict, line, page))
    }),
  ]
}
