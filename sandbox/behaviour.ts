import type { SandboxAnswer } from './http/answer.ts'
import type { Instant } from './time/instant.ts'

/** Why a request is refused. */
export interface Refusal {
  readonly status: number
  /** A constant sentence: it repeats nothing that the caller sent. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One reason to refuse a request, independent of all others; undefined if it does not apply. */
export type RequestCheck<Update> = (update: Update) => Refusal | undefined

/**
 * How one API handles updates, in parts that a fault can replace one by one. The correct behaviour runs `checks` in their
 * order.
 */
export interface Behaviour<Update, Appointment, CheckName extends string> {
  /** The methods that mean an update. */
  readonly methods: readonly string[]
  readonly checks: Readonly<Record<CheckName, RequestCheck<Update>>>
  /** Reads a date-time of the request; undefined if the text is not one. */
  readonly readTime: (text: string) => Instant | undefined
  /** The appointment that the path names, if it exists. */
  readonly find: (update: Update) => Appointment | undefined
  /** The appointment after the update. Pure; fields that it cannot read stay unchanged. */
  readonly apply: (before: Appointment, update: Update) => Appointment
  /** Stores the appointment. */
  readonly save: (after: Appointment, update: Update) => void
  /** The appointment as JSON, for responses and for later observations. */
  readonly show: (appointment: Appointment, server: ServerOf<Update>) => object
  /** The last step of every response, refusals included. */
  readonly answer: (answer: SandboxAnswer, update: Update) => SandboxAnswer
}

/** The part of an update that does not depend on the request. */
type ServerOf<Update> = Update extends { readonly server: infer Server } ? Server : never

/** Runs the checks in their order and returns the first refusal. */
export function firstRefusal<Update>(checks: readonly RequestCheck<Update>[], update: Update): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(update)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The parts of a behaviour that a fault replaces. */
export type BehaviourChange<Kind> = (correct: Kind) => Partial<Kind>

/** A change of the behaviour with this update (U), this appointment (A) and these names of checks (N). */
export type ChangeOf<U, A, N extends string> = BehaviourChange<Behaviour<U, A, N>>

/**
 * Selects the behaviour for each next request, and the one for observations. A fault with `everyNth` applies to every nth
 * request only.
 */
export function selectBehaviour<Kind>(
  correct: Kind,
  fault: { readonly change: BehaviourChange<Kind>; readonly everyNth?: number } | undefined,
): { readonly forRequest: () => Kind; readonly forObservation: Kind } {
  if (fault === undefined) return { forRequest: () => correct, forObservation: correct }
  const faulty = { ...correct, ...fault.change(correct) }
  const { everyNth } = fault
  if (everyNth === undefined) return { forRequest: () => faulty, forObservation: faulty }
  let requests = 0
  const forRequest = () => {
    requests += 1
    return requests % everyNth === 0 ? faulty : correct
  }
  return { forRequest, forObservation: correct }
}

/** Caches the last text: several checks of one request read the same time. */
export function readOnce<Read>(read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string; readonly result: Read } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
