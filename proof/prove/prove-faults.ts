import type { Fault } from '../../sandbox/fault.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import type { RunReport } from '../../src/report/report.ts'
import type { FaultRow, Outcome, ProvedFinding } from './proof.ts'
import type { ProofSettings, ProvedContract } from './proved-contract.ts'
import { runInProcess, type ProvedRun } from './run-on-sandbox.ts'
import { explainSurvivor } from './explain-survivor.ts'

/** Runs the gate against each fault, in their order. Faults of an API that no contract is given for are left out. */
export async function* proveFaults(faults: readonly Fault[], settings: ProofSettings): AsyncGenerator<FaultRow> {
  const truths = new Map<ProvedContract, Promise<ProvedRun>>()
  const truthOf = (contract: ProvedContract): Promise<ProvedRun> => {
    const known = truths.get(contract) ?? runInProcess(contract, sandboxOf(settings), settings)
    truths.set(contract, known)
    return known
  }
  for (const fault of faults) {
    const contract = settings.contracts.find(({ api }) => api === fault.api)
    if (contract === undefined) continue
    const run = await runInProcess(contract, sandboxOf(settings, fault), settings)
    const row = rowOf(fault, run)
    yield row.outcome === 'survived' ? { ...row, unjudged: explainSurvivor(await truthOf(contract), run) } : row
  }
}

function sandboxOf({ seed, now }: ProofSettings, fault?: Fault): ReturnType<typeof createSandbox> {
  return createSandbox({ seed, now: () => new Date(now), ...(fault === undefined ? {} : { fault }) })
}

function rowOf(fault: Fault, { report, milliseconds }: ProvedRun): FaultRow {
  const { id, api, family, lie, alsoShows, caughtBy: wanted } = fault
  return {
    ...{ id, api, family, lie, wanted },
    outcome: outcomeOf(fault, report),
    caughtBy: [...new Set(report.findings.map(({ rule }) => rule))],
    findings: provedFindings(report),
    ...(alsoShows === undefined ? {} : { alsoShows }),
    requests: report.counts.requests,
    milliseconds,
  }
}

/** A lie that is only drift is told by drift; every other one has to stop a merge. */
function outcomeOf({ caughtBy, alsoShows }: Fault, { findings }: RunReport): Outcome {
  const isDrift = caughtBy.every((rule) => rule === 'undocumented_field')
  const told = findings.filter(({ level }) => isDrift || level === 'error')
  if (told.length === 0) return 'survived'
  if (findings.some(({ rule }) => !caughtBy.some((wanted) => wanted === rule))) return 'other-rule'
  return findings.length > 1 && alsoShows === undefined ? 'told-twice' : 'killed'
}

/** The findings of a run as a proof tells them. */
export function provedFindings({ findings }: RunReport): ProvedFinding[] {
  return findings.map(({ rule, level, case: path, clause, message }) => ({ rule, level, case: path, clause, message }))
}
