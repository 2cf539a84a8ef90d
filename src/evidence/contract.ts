import type { Clause } from '../clauses/clause.ts'
import { listClauses, listInvariants, type PlacedInvariant } from '../clauses/list-clauses.ts'
import type { Operation } from '../operations/operation.ts'
import { compileRule, VARIABLES, type CompiledRule, type Variable } from '../invariants/compile-rule.ts'
import type { ReadPath } from '../invariants/remember-answers.ts'
import { printLocation } from '../document/location.ts'
import { clauseIds, type ClauseIds } from './clause-ids.ts'

/**
 * An operation with its clauses and compiled invariants. Made once per operation and used for all of its executions.
 */
export interface OperationContract {
  readonly operation: Operation
  readonly clauses: readonly Clause[]
  readonly clauseById: ReadonlyMap<string, Clause>
  readonly idsBelow: ClauseIds
  readonly invariants: readonly ContractInvariant[]
  /** The invariants of each response, by documented status. */
  readonly invariantsOf: ReadonlyMap<string, InvariantsOfResponse>
}

/** The invariants of one response. */
export interface InvariantsOfResponse {
  readonly invariants: readonly ContractInvariant[]
  /** All variables that the invariants of the response use, each with the parts that the invariants read. */
  readonly reads: ReadonlyMap<Variable, PartsRead>
  /**
   * The pointers of the schema keywords in `PlacedInvariant.along`. `self` means a value to which one of these keywords
   * applies.
   */
  readonly along: ReadonlySet<string>
}

/** The properties of a variable that are read: their names, or `all`. */
export type PartsRead = ReadonlySet<string> | 'all'

/** A compiled invariant. */
export interface ContractInvariant extends PlacedInvariant {
  readonly rule: CompiledRule
  readonly when?: CompiledRule
  /** The CEL variables that the rule and its condition `when` contain. */
  readonly names: readonly Variable[]
}

/**
 * Lists the clauses of an operation and compiles its invariants. Cached. Throws `invariant-invalid` for an invariant
 * that does not compile.
 */
export function contractOf(operation: Operation): OperationContract {
  const known = contracts.get(operation) ?? makeContract(operation)
  contracts.set(operation, known)
  return known
}

const contracts = new WeakMap<Operation, OperationContract>()

function makeContract(operation: Operation): OperationContract {
  const clauses = listClauses(operation)
  const invariants = listInvariants(operation).map((placed) => compiled(placed, operation))
  return {
    operation,
    clauses,
    clauseById: new Map(clauses.map((clause) => [clause.id, clause])),
    idsBelow: clauseIds(operation),
    invariants,
    invariantsOf: new Map(
      operation.responses.map(({ status }) => [
        status,
        ofResponse(invariants.filter(({ response }) => response.status === status)),
      ]),
    ),
  }
}

function ofResponse(invariants: readonly ContractInvariant[]): InvariantsOfResponse {
  return {
    invariants,
    reads: partsRead(invariants.flatMap(({ rule, when }) => [...rule.reads, ...(when?.reads ?? [])])),
    along: new Set(invariants.flatMap(({ along }) => along?.pointer ?? [])),
  }
}

function partsRead(paths: readonly ReadPath[]): ReadonlyMap<Variable, PartsRead> {
  const parts = new Map<Variable, PartsRead>()
  for (const variable of VARIABLES) {
    const ofVariable = paths.filter(([name]) => name === variable)
    if (ofVariable.length === 0) continue
    const names = ofVariable.flatMap(([, name]) => name ?? [])
    parts.set(variable, names.length === ofVariable.length ? new Set(names) : 'all')
  }
  return parts
}

function compiled(placed: PlacedInvariant, { document }: Operation): ContractInvariant {
  const where = printLocation(document.locate(placed.invariant.address))
  const rule = compileRule(placed.invariant.rule, where)
  const when = placed.invariant.when === undefined ? undefined : compileRule(placed.invariant.when, where)
  return {
    ...placed,
    rule,
    ...(when === undefined ? {} : { when }),
    names: [...new Set([...rule.names, ...(when?.names ?? [])])],
  }
}
