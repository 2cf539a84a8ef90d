import { childOf } from '../document/document.ts'
import { printLocation } from '../document/location.ts'
import { compileCel, type CompiledRule } from '../invariants/compile-rule.ts'
import type { RefusalRule } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'

/** The variables that a refusal rule can read. A refusal rule says which requests an operation refuses. */
export const REFUSAL_VARIABLES = ['role', 'state', 'given', 'values', 'sent', 'invalid', 'transitions', 'now'] as const
export type RefusalVariable = (typeof REFUSAL_VARIABLES)[number]

/** A refusal rule, with its condition in compiled form. */
export interface CompiledRefusal {
  readonly rule: RefusalRule
  readonly when: CompiledRule<RefusalVariable>
}

/** Compiles the refusal rules of an operation, and caches the result. Throws `refusal-invalid` with file and line. */
export function compileRefusals(operation: Operation): readonly CompiledRefusal[] {
  const known = compiled.get(operation)
  if (known !== undefined) return known
  const rules = operation.refusals.map((rule) => {
    const where = printLocation(operation.document.locate(childOf(rule.address, 'when')))
    return { rule, when: compileCel(rule.when, where, REFUSAL_VARIABLES, 'refusal-invalid') }
  })
  compiled.set(operation, rules)
  return rules
}

const compiled = new WeakMap<Operation, readonly CompiledRefusal[]>()
