import { clauseId } from '../../clauses/list-clauses.ts'
import { printLocation } from '../../document/location.ts'
import { invariantAnswers } from '../../evidence/ask-invariants.ts'
import type { OperationContract } from '../../evidence/contract.ts'
import { evidenceOf } from '../../evidence/evidence.ts'
import type { Judgement } from '../../verdicts/judge.ts'

/**
 * Returns a sentence for each invariant in `x-invariants` that could not be evaluated, although the response was valid.
 * Responses with findings are ignored, because their values may have the wrong type.
 */
export function unevaluatedRules(contracts: readonly OperationContract[], judgements: readonly Judgement[]): string[] {
  const contractOf = new Map(contracts.map((contract) => [contract.operation, contract]))
  const sentences = judgements.flatMap(({ execution, verdict }) => {
    const contract = contractOf.get(execution.case.operation)
    const evidence =
      contract === undefined || (verdict !== 'passed' && verdict !== 'disproved')
        ? undefined
        : evidenceOf(contract, execution)
    if (contract === undefined || evidence === undefined) return []
    return invariantAnswers(evidence)
      .filter(({ kind }) => kind === 'fault')
      .map(({ placed, because }) => {
        const clause = contract.clauseById.get(clauseId(contract.operation, placed.pointer))
        const where = clause === undefined ? contract.operation.id : printLocation(clause.definedAt)
        return `The rule \`${placed.invariant.id}\` (${where}) could not be evaluated: ${because ?? 'unknown reason'}`
      })
  })
  return [...new Set(sentences)]
}
