import type { Fault } from '../../sandbox/faults/fault.ts'
import { createFaultySandbox } from '../../sandbox/faulty-sandbox.ts'
import type { RunReport } from '../../src/report/report.ts'
import { explainSurvivor } from './explain-survivor.ts'
import type { FaultRow, Outcome, ProvedFinding } from './proof.ts'
import type { ProofSettings, ProvedContract } from './proved-contract.ts'
import { runInProcess, type ProvedRun } from './run-on-sandbox.ts'

/** Runs the gate against each fault, in the given order. Skips a fault if `settings` has no document of its API. */
export async function* proveFaults(faults: readonly Fault[], settings: ProofSettings): AsyncGenerator<FaultRow> {
  const correctRuns = new Map<ProvedContract, Promise<ProvedRun>>()
  const correctRunOf = (contract: ProvedContract): Promise<ProvedRun> => {
    const run = correctRuns.get(contract) ?? runInProcess(contract, sandboxWith(undefined, settings), settings)
    correctRuns.set(contract, run)
    return run
  }
  for (const fault of faults) {
    const contract = settings.contracts.find(({ api }) => api === fault.api)
    if (contract === undefined) continue
    const run = await runInProcess(contract, sandboxWith(fault, settings), settings)
    const row = rowOf(fault, run)
    yield row.outcome === 'survived' ? { ...row, notJudged: explainSurvivor(await correctRunOf(contract), run) } : row
  }
}

function sandboxWith(fault: Fault | undefined, { seed, now }: ProofSettings): ReturnType<typeof createFaultySandbox> {
  return createFaultySandbox(fault, { seed, now: () => new Date(now) })
}

function rowOf(fault: Fault, { report, milliseconds }: ProvedRun): FaultRow {
  const { id, api, family, title, whySeveralFindings, rules } = fault
  return {
    ...{ id, api, family, title, expectedRules: rules },
    outcome: outcomeOf(fault, report),
    detectedBy: [...new Set(report.findings.map(({ rule }) => rule))],
    findings: provedFindings(report),
    ...(whySeveralFindings === undefined ? {} : { whySeveralFindings }),
    requests: report.counts.requests,
    milliseconds,
  }
}

/**
 * If all rules of a fault are drift rules, the fault must be reported as drift. Every other fault must be reported by a
 * finding of level error.
 */
function outcomeOf({ rules, whySeveralFindings }: Fault, { findings }: RunReport): Outcome {
  const isDrift = rules.every((rule) => rule === 'undocumented_field')
  if (!findings.some(({ level }) => isDrift || level === 'error')) return 'survived'
  if (findings.some(({ rule }) => !rules.some((expected) => expected === rule))) return 'other-rule'
  return findings.length > 1 && whySeveralFindings === undefined ? 'reported-twice' : 'killed'
}

/** Returns the findings of a run, with the properties that a proof reports. */
export function provedFindings({ findings }: RunReport): ProvedFinding[] {
  return findings.map(({ rule, level, case: path, clause, message }) => ({ rule, level, case: path, clause, message }))
}
