import type { Clause } from '../clauses/clause.ts'
import { listClauses, listInvariants, type PlacedInvariant } from '../clauses/list-clauses.ts'
import type { Operation } from '../operations/operation.ts'
import { compileRule, type CompiledRule } from '../invariants/compile-rule.ts'
import { printLocation } from '../document/location.ts'

/** An operation with its clauses by pointer and its rules compiled: made once, read by every judgement. */
export interface OperationContract {
  readonly operation: Operation
  readonly clauses: readonly Clause[]
  readonly clauseById: ReadonlyMap<string, Clause>
  readonly invariants: readonly ContractInvariant[]
}

export interface ContractInvariant extends PlacedInvariant {
  readonly rule: CompiledRule
  readonly when?: CompiledRule
}

/** Compiles an operation's promises. Throws `invariant-invalid` for a rule that is none. */
export function contractOf(operation: Operation): OperationContract {
  const clauses = listClauses(operation)
  return {
    operation,
    clauses,
    clauseById: new Map(clauses.map((clause) => [clause.id, clause])),
    invariants: listInvariants(operation).map((placed) => {
      const where = printLocation(operation.document.locate(placed.invariant.address))
      const { rule, when } = placed.invariant
      return {
        ...placed,
        rule: compileRule(rule, where),
        ...(when === undefined ? {} : { when: compileRule(when, where) }),
      }
    }),
  }
}
