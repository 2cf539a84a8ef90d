import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { nearestWord } from '../../document/nearest-word.ts'
import { ContractError } from '../../errors.ts'
import { applyBaseline } from '../../report/baseline/apply-baseline.ts'
import type { Baseline, KnownFailures } from '../../report/baseline/baseline.ts'
import type { Report, RunReport } from '../../report/report.ts'
import { baselineNotes, baselineProblems } from '../../report/texts/baseline.ts'
import { runName } from '../../report/texts/summarize.ts'
import { decide, decideAll } from '../../run/decide.ts'
import type { Policy } from '../../run/policy.ts'
import type { Host } from '../host/host.ts'
import { writable, writeNewFile } from '../report-folder.ts'
import { readBaseline } from './read-baseline.ts'

/** The API, the target and the document of a run. */
export interface PlannedRun extends Pick<RunReport, 'api' | 'target'> {
  /** The title of the document. */
  readonly document: string
}

/** The settings of a command that uses a baseline file. */
export interface BaselineUse {
  /** True if `--baseline-update` is given. */
  readonly isUpdate: boolean
  /** The names of all existing APIs. Undefined if they are not known, for example with `--spec`. */
  readonly apis?: readonly string[]
  readonly strict: boolean
  readonly policyOf: (run: RunReport) => Policy
  /** False if the runs test only a part of the document. Their coverage is then not checked. */
  readonly isWhole: boolean
}

/** A baseline file, opened for the runs of one command. */
export interface OpenBaseline {
  /** Returns the report with the known failures marked. A run passes if all its failures are known. */
  apply(report: Report): Report
  /** If `--baseline-update` is given, updates the baseline file. `report` must be a result of `apply`. */
  update(report: Report): Promise<void>
}

/**
 * Reads the baseline file and checks that it belongs to the documents of the runs. With `isUpdate`, a missing file
 * counts as an empty one. Throws `bad-baseline`.
 */
export function openBaseline(
  file: string,
  runs: readonly PlannedRun[],
  use: BaselineUse,
  host: Pick<Host, 'stderr' | 'today' | 'signal'>,
): OpenBaseline {
  const baseline = readFor(file, runs, use)
  const today = host.today().slice(0, 10)
  return {
    apply: (report) => {
      const marked = { ...report, runs: report.runs.map((run) => markRun(run, baseline, report, today)) }
      for (const note of notesOf(baseline, marked.runs)) host.stderr.write(`note: ${note}\n`)
      const decided = marked.runs.map((run) => ({ ...run, ...verdictOf(run, use) }))
      return { ...marked, runs: decided, verdict: decideAll(decided) }
    },
    update: async (report) => {
      if (!use.isUpdate) return
      host.stderr.write(`${await writeBaseline(file, report, today, use.strict, host.signal.aborted)}\n`)
    },
  }
}

function readFor(file: string, runs: readonly PlannedRun[], use: BaselineUse): Baseline {
  if (use.isUpdate && !existsSync(file)) return { file, runs: [] }
  const baseline = readBaseline(file)
  const bad = (what: string, next: string): ContractError =>
    new ContractError('bad-baseline', { what, where: file, next })
  for (const run of runs) {
    const section = sectionOf(baseline, run)
    if (section === undefined || section.document === run.document) continue
    throw bad(
      `the entries of ${runName(run)} are about the document \`${section.document}\`, but this run checks \`${run.document}\``,
      'give the baseline of this document; if only its title changed, correct `document` in the file',
    )
  }
  checkApis(baseline, use.apis ?? runs.map(({ api }) => api), use, bad)
  return baseline
}

/**
 * Throws if the baseline names an API that does not exist. If it is unknown which APIs exist, throws if the baseline
 * names none of the tested APIs.
 */
function checkApis(
  { runs }: Baseline,
  names: readonly string[],
  { apis, isUpdate }: BaselineUse,
  bad: (what: string, next: string) => ContractError,
): void {
  const others = runs.filter(({ api }) => !names.includes(api))
  const [other] = others
  if (other === undefined || (apis === undefined && (isUpdate || others.length < runs.length))) return
  const near = nearestWord(other.api, names)
  const question = near === undefined ? `, only ${names.join(', ')}` : `: did you mean \`${near}\`?`
  throw apis === undefined
    ? bad(
        `it is about ${runs.map(runName).join(', ')}, but this run checks ${names.join(', ')}`,
        'give the baseline of this API; --baseline-update adds the new failures of this run',
      )
    : bad(`there is no API \`${other.api}\`${question}`, 'correct `api` in the file, or remove the entries of this API')
}

/** Returns a note for each baseline entry that the runs could not judge. */
function notesOf(baseline: Baseline, runs: readonly RunReport[]): string[] {
  const absent = baseline.runs.filter((section) => runs.every((run) => sectionOf(baseline, run) !== section))
  const sentences = absent.map(({ failures, ...run }) => {
    return `${baseline.file}: the ${failures.length} known failures of ${runName(run)} were not judged, because this command did not run it`
  })
  return [...sentences, ...runs.flatMap(baselineNotes).map(({ sentence }) => sentence)]
}

function markRun(run: RunReport, baseline: Baseline, { filters, plan }: Report, today: string): RunReport {
  return applyBaseline(run, {
    file: baseline.file,
    failures: sectionOf(baseline, run)?.failures ?? [],
    today,
    ...(filters === undefined ? {} : { filters }),
    ...(plan === undefined ? {} : { plan }),
  })
}

/**
 * Returns the verdict of a run after the baseline was applied. The run fails if there is a new failure. It also fails
 * if an entry of the baseline must be changed, for example because it has expired.
 */
function verdictOf(run: RunReport, { policyOf, isWhole }: BaselineUse): Pick<RunReport, 'verdict' | 'because'> {
  const decided = decide(run, policyOf(run), isWhole)
  const reasons = [...new Set([...run.because, ...decided.because])]
  const because = [...reasons, ...baselineProblems(run).map(({ sentence }) => sentence)]
  if (run.verdict === 'error' || decided.verdict === 'failed') {
    return { verdict: run.verdict === 'error' ? 'error' : 'failed', because }
  }
  return { verdict: reasons.length > 0 ? 'blocked' : 'passed', because }
}

/**
 * Updates the baseline file with the results of the runs. The file is replaced in one step, so that a reader never sees
 * an incomplete file. Returns a sentence about the changes. Throws `report-unwritable`.
 */
async function writeBaseline(
  file: string,
  { runs }: Report,
  today: string,
  strict: boolean,
  isStopped: boolean,
): Promise<string> {
  const judged = runs.filter(({ verdict }) => verdict === 'passed' || verdict === 'failed')
  if (judged.length === 0 || isStopped) return `${file} was not updated, because the run is inconclusive`
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  const { updateBaseline } = await import('./update-baseline.ts')
  const { text, added, fixed } = updateBaseline(before, judged, { today, strict })
  // If the file is a symbolic link, the target of the link is written and the link is kept.
  const real = before === undefined ? file : realpathSync(file)
  if (text !== before) writable(dirname(real), () => writeNewFile(real, text), 'choose a writable file with --baseline')
  const toDo = added === 0 ? '' : ': write a reason and an owner into each new entry'
  return `${file} was updated: ${added} new, ${fixed} fixed${toDo}`
}

function sectionOf({ runs }: Baseline, run: Pick<RunReport, 'api' | 'target'>): KnownFailures | undefined {
  return runs.find(({ api, target }) => api === run.api && target === run.target)
}
