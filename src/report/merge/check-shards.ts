import { ContractError } from '../../errors.ts'
import type { CaseReport, Report, RunReport } from '../report.ts'
import { runName } from '../texts/summarize.ts'

/** The report of one shard, and its file. */
export interface ShardReport {
  readonly file: string
  readonly report: Report
}

/**
 * Sorts the reports by shard number. Throws `bad-argument` if they are not all shards of one run. The error names two
 * files and the difference between them.
 */
export function checkShards(shards: readonly ShardReport[]): [ShardReport, ...ShardReport[]] {
  const [first, ...others] = shards.toSorted((one, other) => indexOf(one) - indexOf(other))
  if (first === undefined) {
    throw new ContractError('bad-argument', {
      what: 'no report to merge',
      next: 'pass the JSON report of each shard',
    })
  }
  const all: [ShardReport, ...ShardReport[]] = [first, ...others]
  const whole = all.find((shard) => shard.report.shard === undefined)
  if (whole !== undefined) throw apart(`${whole.file} is not a shard of a run`, whole)
  for (const other of others) checkPair(first, other)
  checkIndexes(all)
  checkCases(all)
  return all
}

function checkPair(first: ShardReport, other: ShardReport): void {
  const agree = (what: string, of: (report: Report) => string | number): void => {
    const [one, two] = [of(first.report), of(other.report)]
    if (one !== two) throw apart(`${what} ${one} in ${first.file} and ${two} in ${other.file}`, other)
  }
  agree('the tool is', ({ tool }) => `${tool.name} ${tool.version}`)
  agree('the seed is', ({ seed }) => seed)
  agree('the number of shards is', ({ shard }) => shard?.of ?? 0)
  agree('the runs are', ({ runs }) => runs.map(runName).join(', '))
  // A live run uses the real time, so its shards may have different start times.
  agree('the run clock starts at', ({ now, runs }) => (runs.some(({ target }) => target === 'live') ? '' : now))
  first.report.runs.forEach((run, index) => {
    const same = other.report.runs[index]
    const agreeOnRun = (what: string, of: (run: RunReport) => string | number): void => {
      const [one, two] = [of(run), same === undefined ? 'absent' : of(same)]
      if (one !== two)
        throw apart(`${what} of ${runName(run)} is ${one} in ${first.file} and ${two} in ${other.file}`, other)
    }
    agreeOnRun('the document', ({ document: { file, version, sha256, overlays = [] } }) =>
      [{ file: `${file} ${version}`, sha256 }, ...overlays]
        .map((each) => `${each.file} (sha256 ${each.sha256.slice(0, 12)})`)
        .join(' with '),
    )
    agreeOnRun('the coverage that the policy requires', ({ coverage }) => coverage.policy)
    if (JSON.stringify(run.cases.map(pathOf)) !== JSON.stringify(same?.cases.map(pathOf))) {
      throw apart(`the plan of ${runName(run)} differs between ${first.file} and ${other.file}`, other)
    }
  })
}

function checkIndexes(shards: readonly ShardReport[]): void {
  const of = shards[0]?.report.shard?.of ?? 0
  for (let index = 1; index <= of; index += 1) {
    const same = shards.filter((shard) => indexOf(shard) === index)
    const [one, two] = same
    if (one === undefined) {
      throw new ContractError('bad-argument', {
        what: `the reports of the run are incomplete: shard ${index} of ${of} is missing`,
        where: shards.map(({ file }) => file).join(', '),
        next: `run the gate with --shard ${index}/${of} and pass its report too`,
      })
    }
    if (two !== undefined) throw apart(`${one.file} and ${two.file} are both shard ${index} of ${of}`, two)
  }
  const beyond = shards.find((shard) => indexOf(shard) > of)
  if (beyond !== undefined) throw apart(`${beyond.file} is shard ${indexOf(beyond)} of ${of}`, beyond)
}

function checkCases(shards: readonly ShardReport[]): void {
  const seen = new Map<string, string>()
  for (const { file, report } of shards) {
    for (const run of report.runs) {
      for (const each of run.cases.filter(wasSent)) {
        const key = `${runName(run)}: ${each.path}`
        const before = seen.get(key)
        if (before !== undefined) {
          throw apart(`${before} and ${file} overlap: both sent the case ${key}`, { file })
        }
        seen.set(key, file)
      }
    }
  }
}

function wasSent({ verdict }: CaseReport): boolean {
  return verdict === 'passed' || verdict === 'failed' || verdict === 'disproved'
}

function indexOf({ report }: ShardReport): number {
  return report.shard?.index ?? 0
}

function pathOf({ path }: CaseReport): string {
  return path
}

function apart(what: string, { file }: { readonly file: string }): ContractError {
  return new ContractError('bad-argument', {
    what: `the reports are not shards of one run: ${what}`,
    where: file,
    next: 'pass each shard of one run once, made with the same version, seed, documents, APIs and targets',
  })
}
