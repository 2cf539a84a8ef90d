import { createSandbox } from '../../sandbox/sandbox.ts'
import type { HarmlessVariant } from '../variants/variant.ts'
import { createVariantSandbox } from '../variants.ts'
import { isAnswer } from '../../src/exchanges/exchange.ts'
import type { Execution } from '../../src/evidence/execution.ts'
import type { VariantRow } from './proof.ts'
import { provedFindings } from './prove-faults.ts'
import type { ProofSettings, ProvedContract } from './proved-contract.ts'
import { runInProcess, runOverHttp, type ProvedRun } from './run-on-sandbox.ts'

/** Runs the gate against the correct sandbox once for each document, and then against each variant. */
export async function* proveVariants(
  variants: readonly HarmlessVariant[],
  settings: ProofSettings,
): AsyncGenerator<VariantRow> {
  const { seed, contracts } = settings
  const options = { seed, now: () => new Date(settings.now) }
  const correctRuns = new Map<ProvedContract, ProvedRun>()
  for (const contract of contracts) {
    const run = await runInProcess(contract, createSandbox(options), settings)
    correctRuns.set(contract, run)
    yield {
      ...rowOf(contract, run),
      id: `${contract.api}-as-it-is`,
      title: 'The sandbox without a change.',
      isVisible: true,
    }
  }
  for (const variant of variants) {
    const contract = contracts.find(({ api }) => api === variant.api)
    if (contract === undefined) continue
    const { id, title, isOfTheWire = false, isDrift = false, contradictsAssumption = false } = variant
    const runGate = isOfTheWire ? runOverHttp : runInProcess
    const run = await runGate(contract, createVariantSandbox(variant, options), settings)
    // A variant that changes only bytes on the connection always counts as visible, because exchanges do not record
    // such bytes.
    const row = rowOf(contract, run)
    const isAsExpected = row.isQuiet && row.findings.length > 0 === isDrift
    const isQuiet = isAsExpected || (contradictsAssumption && onlyAssumptions(run))
    yield { ...row, id, title, isQuiet, isVisible: isOfTheWire || differs(correctRuns.get(contract), run) }
  }
}

function rowOf(
  { api }: ProvedContract,
  { report, milliseconds }: ProvedRun,
): Omit<VariantRow, 'id' | 'title' | 'isVisible'> {
  return {
    ...{ api, milliseconds },
    isQuiet: report.verdict === 'passed',
    findings: provedFindings(report),
    because: report.because,
    requests: report.counts.requests,
  }
}

/** True if a run failed only because the server contradicts assumptions of the document. */
function onlyAssumptions({ report }: ProvedRun): boolean {
  const errors = report.findings.filter(({ level }) => level === 'error')
  return report.verdict === 'failed' && errors.every(({ source }) => source === 'assumed')
}

/** True if at least one case got a response that differs from its response in the run on the correct sandbox. */
function differs(correct: ProvedRun | undefined, run: ProvedRun): boolean {
  return [...run.executions].some(
    ([path, execution]) => answerOf(correct?.executions.get(path)) !== answerOf(execution),
  )
}

function answerOf(execution: Execution | undefined): string {
  const answer = execution?.exchange?.answer
  if (answer === undefined || !isAnswer(answer)) return ''
  return JSON.stringify([answer.status, answer.headers, Buffer.from(answer.body).toString()])
}
