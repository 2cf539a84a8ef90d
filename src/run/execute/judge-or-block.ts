import type { OperationContract } from '../../evidence/contract.ts'
import type { Execution } from '../../evidence/execution.ts'
import { judge, type Judgement } from '../../verdicts/judge.ts'
import type { RunSettings } from '../run-settings.ts'

/**
 * Judges an execution. If a huge body or a pattern makes the call stack overflow, the verdict of the execution is
 * `blocked`.
 */
export function judgeOrBlock(
  contract: OperationContract,
  execution: Execution,
  settings: Partial<Pick<RunSettings, 'rules' | 'judge'>> = {},
): Judgement {
  try {
    return (settings.judge ?? judge)(contract, execution, settings.rules)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const because = 'the response is too large to be judged with this document'
    return { execution, verdict: 'blocked', because, findings: [], exercised: [] }
  }
}
