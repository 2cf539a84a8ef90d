import type { RuleAnswer } from '../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../json.ts'
import type { RefusalRule, Role } from '../operations/annotations.ts'
import type { Operation } from '../operations/operation.ts'
import { compileRefusals, type CompiledRefusal, type RefusalVariable } from './compile-refusals.ts'

/** Everything about a request that refusal rules can read. */
export interface RequestFacts {
  readonly role: Role
  readonly state: { readonly name: string; readonly with: JsonObject }
  /** The values that the provider state has returned. */
  readonly given: JsonObject
  readonly values: JsonObject
  /** The fields of the request body. Empty if the body is not an object. */
  readonly sent: JsonObject
  /**
   * True for a part of the request that violates its schema. `body` is also true if the body cannot be parsed, or if its
   * content type is not documented.
   */
  readonly invalid: { readonly path: boolean; readonly body: boolean }
  /** The current instant in milliseconds since 1970 UTC. */
  readonly now: number
}

/** The decision of the refusal rules about a request. */
export type Decision =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly rule: RefusalRule }
  /** No decision is possible: the condition of `rule` cannot be evaluated, and no rule before it is true. */
  | { readonly kind: 'unknown'; readonly rule: RefusalRule; readonly because: string }

/**
 * Evaluates the refusal rules in document order. Returns the refusal of the first rule that is true, or `accepted` if
 * no rule is true. Returns `unknown` at the first rule that cannot be evaluated.
 */
export function decideRequest(operation: Operation, facts: RequestFacts): Decision {
  const ask = asker(operation, facts)
  for (const refusal of compileRefusals(operation)) {
    const { rule } = refusal
    const answer = ask(refusal)
    if (answer.kind !== 'value') return { kind: 'unknown', rule, because: answer.because }
    if (typeof answer.value !== 'boolean')
      return { kind: 'unknown', rule, because: 'the result of the rule is neither true nor false' }
    if (answer.value) return { kind: 'refused', rule }
  }
  return { kind: 'accepted' }
}

/** Returns all refusal rules that are true for a request, in the order of the document. */
export function trueRules(operation: Operation, facts: RequestFacts): RefusalRule[] {
  const ask = asker(operation, facts)
  return compileRefusals(operation).flatMap((refusal) => {
    const answer = ask(refusal)
    return answer.kind === 'value' && answer.value === true ? [refusal.rule] : []
  })
}

/**
 * Returns a function that evaluates refusal rules for one request. It caches the results, because planning evaluates
 * the same rules several times.
 */
function asker(operation: Operation, facts: RequestFacts): (refusal: CompiledRefusal) => RuleAnswer {
  const known = askers.get(facts)
  if (known !== undefined) return known
  const values = valuesOf(operation, facts)
  const answers = new Map<CompiledRefusal, RuleAnswer>()
  const ask = (refusal: CompiledRefusal): RuleAnswer => {
    const answer = answers.get(refusal) ?? refusal.when.evaluate(values)
    answers.set(refusal, answer)
    return answer
  }
  askers.set(facts, ask)
  return ask
}

const askers = new WeakMap<RequestFacts, (refusal: CompiledRefusal) => RuleAnswer>()

function valuesOf(operation: Operation, facts: RequestFacts): Record<RefusalVariable, unknown> {
  const { role, state, given, values, sent, invalid, now } = facts
  return {
    role,
    state: integers({ name: state.name, with: state.with }),
    given: knownIntegers(given),
    values: knownIntegers(values),
    sent: integers(sent),
    invalid,
    transitions: transitionsOf(operation),
    now: new Date(now),
  }
}

/**
 * Returns the allowed changes of the value of each field (`x-transitions`). The result is cached, because it does not
 * depend on the request.
 */
function transitionsOf(operation: Operation): object {
  const known = transitions.get(operation)
  if (known !== undefined) return known
  const made = Object.fromEntries([...operation.transitions].map(([name, { allowed }]) => [name, allowed]))
  transitions.set(operation, made)
  return made
}

const transitions = new WeakMap<Operation, object>()

/**
 * Converts whole numbers to CEL integers. The result is cached, because many requests share the values of one provider
 * state.
 */
function knownIntegers(value: JsonObject): unknown {
  const known = converted.get(value)
  if (known !== undefined) return known
  const made = integers(value)
  converted.set(value, made)
  return made
}

const converted = new WeakMap<JsonObject, unknown>()

/** Converts whole numbers to CEL integers. */
function integers(value: Json): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map((item: Json) => integers(item))
  if (typeof value !== 'object' || value === null) return value
  const made: Record<string, unknown> = { ...value }
  for (const key of Object.keys(made)) made[key] = integers(made[key] as Json)
  return made
}
