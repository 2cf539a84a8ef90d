import { nextStep, whoseFault } from '../../advice.ts'
import { shortClause } from '../../clause-groups.ts'
import { headlineOf } from '../../headline.ts'
import type { CaseReport, ClauseReport, FindingReport, Report, RunReport } from '../../report.ts'
import { ruleTexts } from '../../../rules/find-rule.ts'
import { listStates, STATES } from '../../states.ts'
import { findingName } from './finding-name.ts'
import { visible } from '../../visible.ts'
import { listFindings } from '../../worst-first.ts'

/** Cases named for each clause; the count is always told whole. */
const CASES_NAMED = 20
/** Lines of the document shown around the line that a finding names. */
const LINES_AROUND = 4

/** The lists of the page, as compact as they must be for thousands of cases: rows of values, words by their number. */
export interface PageData {
  readonly states: readonly (readonly [name: string, symbol: string, word: string])[]
  readonly words: readonly string[]
  readonly runs: readonly (readonly [api: string, target: string, file: string])[]
  readonly operations: readonly (readonly [id: string, method: string, path: string])[]
  readonly findings: readonly object[]
  readonly clauses: readonly ClauseRow[]
  readonly cases: readonly CaseRow[]
  /** Lines of the documents, by file and line. */
  readonly lines: Readonly<Record<string, Readonly<Record<string, string>>>>
}

type ClauseRow = readonly [
  run: number,
  operation: number,
  state: number,
  because: number,
  kind: number,
  source: number,
  line: number,
  column: number,
  short: string,
  pointer: string,
  count: number,
  by: readonly number[],
]

type CaseRow = readonly [
  run: number,
  operation: number,
  state: number,
  because: number,
  status: number,
  milliseconds: number,
  path: string,
  title: string,
]

/** Numbers for texts that come again and again; 0 is the empty text. */
class Numbers {
  readonly all: string[] = ['']
  readonly #known = new Map<string, number>([['', 0]])

  of(text: string): number {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    this.#known.set(text, this.all.length)
    return this.all.push(text) - 1
  }
}

/** What the page’s script lists. Every text in it is already visible text. */
export function makePageData(report: Report, sources: ReadonlyMap<string, string>): PageData {
  const words = new Numbers()
  const operations = listOperations(report)
  const operationNumbers = new Map(operations.map(([id], index) => [id, index]))
  const stateNumbers = new Map(listStates().map((state, index) => [state, index]))
  const clauses: ClauseRow[] = []
  const cases: CaseRow[] = []
  for (const [index, run] of report.runs.entries()) {
    const firstCase = cases.length
    const places = new Map(run.cases.map(({ path }, at) => [path, firstCase + at]))
    const row = (
      item: ClauseReport | CaseReport,
      state: ClauseReport['state'],
    ): readonly [number, number, number, number] => [
      index,
      operationNumbers.get(item.operation) ?? -1,
      stateNumbers.get(state) ?? -1,
      words.of(item.because ?? ''),
    ]
    for (const each of run.cases)
      cases.push([...row(each, each.verdict), each.status ?? 0, each.ms, each.path, each.title])
    for (const each of run.clauses) {
      const by = each.by.slice(0, CASES_NAMED).flatMap((path) => places.get(path) ?? [])
      const { line, column } = each.definedAt
      const [kind, source] = [words.of(each.kind), words.of(each.source)]
      clauses.push([
        ...row(each, each.state),
        kind,
        source,
        line,
        column,
        shortClause(each),
        each.pointer,
        each.by.length,
        by,
      ])
    }
  }
  const data: PageData = {
    states: listStates().map((state) => [state, STATES[state].symbol, STATES[state].word]),
    words: words.all,
    runs: report.runs.map((run) => [run.api, run.target, run.document.file]),
    operations,
    findings: listFindings(report).map(({ run, finding }) => pageFinding(finding, run, report.runs.indexOf(run))),
    clauses,
    cases,
    lines: linesAround(report, sources),
  }
  return JSON.parse(JSON.stringify(data), (_name, value: unknown) =>
    typeof value === 'string' ? visible(value, '\n\t') : value,
  )
}

function listOperations(report: Report): PageData['operations'] {
  const operations = new Map<string, readonly [string, string, string]>()
  for (const run of report.runs) {
    for (const { operation, method, path } of run.cells) operations.set(operation, [operation, method, path])
    for (const { operation } of [...run.cases, ...run.clauses]) {
      if (!operations.has(operation)) operations.set(operation, [operation, '', operation])
    }
  }
  return [...operations.values()]
}

function pageFinding(finding: FindingReport, run: RunReport, index: number): object {
  const { title, why } = ruleTexts(finding.rule)
  const { level, rule, pointer, definedAt, expected, received, count, clauses, exchange, curl, replay } = finding
  return {
    run: index,
    name: findingName(index, finding),
    level,
    rule,
    title,
    why,
    headline: headlineOf(finding),
    where: [definedAt.file, definedAt.line, definedAt.column],
    pointer,
    expected,
    received,
    fault: whoseFault(finding, run.target),
    next: nextStep(finding, run.target),
    source: finding.source,
    count,
    clauses,
    case: finding.case,
    fingerprint: finding.fingerprint,
    exchange,
    curl,
    replay,
  }
}

function linesAround(report: Report, sources: ReadonlyMap<string, string>): PageData['lines'] {
  const findings = report.runs.flatMap((run) => run.findings)
  const files = [...new Set(findings.map(({ definedAt }) => definedAt.file))]
  return Object.fromEntries(
    files.flatMap((file) => {
      const text = sources.get(file)?.split(/\r?\n/)
      if (text === undefined) return []
      const named = findings.filter(({ definedAt }) => definedAt.file === file).map(({ definedAt }) => definedAt.line)
      const isNear = (line: number): boolean => named.some((each) => Math.abs(each - line) <= LINES_AROUND)
      return [
        [file, Object.fromEntries(text.flatMap((line, at) => (isNear(at + 1) ? [[at + 1, line.slice(0, 400)]] : [])))],
      ]
    }),
  )
}
