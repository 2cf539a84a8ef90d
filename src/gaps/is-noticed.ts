import { invariantAnswers } from '../evidence/ask-invariants.ts'
import type { OperationContract } from '../evidence/contract.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import type { Execution } from '../evidence/execution.ts'
import type { Rule } from '../rules/rule.ts'
import type { Finding } from '../verdicts/finding.ts'
import { judge, type Judgement } from '../verdicts/judge.ts'

/**
 * Judges an altered execution and returns its findings. Leaves out the findings that the original execution also has
 * (`known`).
 */
export function newFindings(
  contract: OperationContract,
  execution: Execution,
  known: Pick<Judgement, 'findings'>,
  rules: readonly Rule[],
): readonly Finding[] {
  const seen = new Set(known.findings.map(keyOf))
  return judge(contract, execution, rules).findings.filter((finding) => !seen.has(keyOf(finding)))
}

/**
 * A clause that a recorded exchange violates, or that cannot be evaluated. `definedAt` is the JSON Pointer of the
 * clause.
 */
export interface Contradiction {
  readonly clause: string
  readonly definedAt: string
  readonly at: string
}

/** Returns the clauses of a changed document that a recorded exchange violates. */
export function contradictions(
  contract: OperationContract,
  judgement: Judgement,
  rules: readonly Rule[],
): readonly Contradiction[] {
  const found = newFindings(contract, judgement.execution, judgement, rules)
  const evidence = judgement.verdict === 'passed' ? evidenceOf(contract, judgement.execution) : undefined
  const faults = evidence === undefined ? [] : invariantAnswers(evidence).filter(({ kind }) => kind === 'fault')
  return [
    ...found.map(({ clause, definedAt, at }) => ({ clause, definedAt: definedAt.pointer, at })),
    ...faults.map(({ placed, at }) => {
      const { address } = placed.invariant
      return { clause: contract.operation.id + placed.pointer, definedAt: address.slice(address.indexOf('#') + 1), at }
    }),
  ]
}

function keyOf({ rule, clause, at }: Finding): string {
  return `${rule} ${clause} ${at}`
}
