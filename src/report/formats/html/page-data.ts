import { listCauses } from '../../causes.ts'
import { nextStep, receivedOf, responsibleFor, variablesOf } from '../../texts/advice.ts'
import { knownPhrase } from '../../texts/baseline.ts'
import { shortClause } from '../../texts/clause-groups.ts'
import { exchangeLine } from '../../texts/headline.ts'
import type { CaseReport, ClauseReport, ClauseState, FindingReport, Report, RunReport } from '../../report.ts'
import { ruleTexts } from '../../../rules/find-rule.ts'
import { listStates, STATES } from '../../states.ts'
import { visible } from '../../visible.ts'

/** The maximum number of cases that are listed for one clause. */
const CASES_NAMED = 20
/** The number of lines of the document that the page shows before the line of a finding, and also after this line. */
const LINES_AROUND = 4

/**
 * The data for the lists of the page. A report can have thousands of cases, so the data is compact: each row is an
 * array, and each frequent text is replaced by a number.
 */
export interface PageData {
  readonly states: readonly (readonly [name: string, symbol: string, word: string])[]
  readonly words: readonly string[]
  readonly runs: readonly (readonly [api: string, target: string, file: string])[]
  readonly operations: readonly (readonly [id: string, method: string, path: string])[]
  readonly findings: readonly object[]
  readonly clauses: readonly ClauseRow[]
  readonly cases: readonly CaseRow[]
  /** The shown lines of the OpenAPI documents, by file name and line number. */
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

/** Assigns a number to each text. The empty text has the number 0. */
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

/**
 * Makes the data for the script of the page. Escapes control characters in texts. Failed clauses and failed cases are
 * the first in their lists.
 */
export function makePageData(report: Report, sources: ReadonlyMap<string, string>): PageData {
  const words = new Numbers()
  const operations = listOperations(report)
  const operationNumbers = new Map(operations.map(([id], index) => [id, index]))
  const states = listStates()
  const cases: CaseRow[] = []
  const clauses: ClauseRow[] = []
  for (const [index, run] of report.runs.entries()) {
    const rowOf = (item: ClauseReport | CaseReport, state: ClauseState) =>
      [index, operationNumbers.get(item.operation) ?? -1, states.indexOf(state), words.of(item.because ?? '')] as const
    const numbers = new Map<string, number>()
    for (const each of failedFirst(run.cases, ({ verdict }) => verdict)) {
      numbers.set(each.path, cases.length)
      cases.push([...rowOf(each, each.verdict), each.status ?? 0, each.ms, each.path, each.title])
    }
    for (const each of failedFirst(run.clauses, ({ state }) => state)) {
      const { line, column } = each.definedAt
      const by = each.by.slice(0, CASES_NAMED).flatMap((path) => numbers.get(path) ?? [])
      const [kind, source] = [words.of(each.kind), words.of(each.source)]
      const place = [kind, source, line, column, shortClause(each), each.pointer] as const
      clauses.push([...rowOf(each, each.state), ...place, each.by.length, by])
    }
  }
  const data: PageData = {
    states: states.map((state) => [state, STATES[state].symbol, STATES[state].word]),
    words: words.all,
    runs: report.runs.map((run) => [run.api, run.target, run.document.file]),
    operations,
    findings: [
      ...listCauses(report).flatMap(({ findings }, cause) =>
        findings.map(({ run, finding }) => ({ ...pageFinding(finding, run, report.runs.indexOf(run)), cause })),
      ),
      ...report.runs.flatMap(listFixed),
    ],
    clauses,
    cases,
    lines: linesAround(report, sources),
  }
  return JSON.parse(JSON.stringify(data), (_name, value: unknown) =>
    typeof value === 'string' ? visible(value, '\n\t') : value,
  )
}

/** Moves failed items to the front. Keeps the order among the failed items, and among the others. */
function failedFirst<Item>(items: readonly Item[], stateOf: (item: Item) => ClauseState): Item[] {
  const isFailed = (item: Item): boolean => stateOf(item) === 'failed'
  return [...items.filter(isFailed), ...items.filter((item) => !isFailed(item))]
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

/**
 * Returns the HTML id of a finding. Links to the finding use this id. It is the same in every report about the same
 * APIs and targets.
 */
export function findingName(run: number, { fingerprint }: FindingReport): string {
  return `finding-${run}-${fingerprint}`
}

function pageFinding(finding: FindingReport, run: RunReport, index: number): object {
  const { title, why } = ruleTexts(finding.rule)
  const { level, rule, pointer, definedAt, message, expected, count, clauses, exchange, curl, replay } = finding
  return {
    run: index,
    name: findingName(index, finding),
    level,
    rule,
    title,
    why,
    message,
    request: exchangeLine(finding),
    where: [definedAt.file, definedAt.line, definedAt.column],
    pointer,
    expected,
    received: receivedOf(finding, run),
    responsible: responsibleFor(finding, run.target),
    next: nextStep(finding, run.target),
    source: finding.source,
    count,
    ...(finding.baseline === undefined
      ? {}
      : { state: finding.baseline.state === 'new' ? 'new' : 'known', baseline: knownPhrase(finding) }),
    clauses,
    case: finding.case,
    fingerprint: finding.fingerprint,
    exchange,
    curl,
    replay,
    variables: variablesOf(finding),
  }
}

/** Returns the baseline entries whose failure no longer occurs. The page shows them in the list of findings. */
function listFixed({ baseline }: RunReport, run: number): object[] {
  return (baseline?.entries ?? [])
    .filter(({ state }) => state === 'fixed')
    .map(({ operation, clause, rule, reason, owner, firstSeen }, index) => ({
      run,
      name: `fixed-${run}-${index}`,
      cause: `fixed-${run}-${index}`,
      level: 'fixed',
      state: 'fixed',
      rule,
      message: `${clause} no longer fails`,
      request: operation,
      count: 1,
      baseline: `known failure since ${firstSeen}: ${reason} (${owner})`,
    }))
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
