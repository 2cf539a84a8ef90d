import type { SandboxAnswer } from './http/answer.ts'
import type { Instant } from './time/instant.ts'

/** The response to a request that a check refuses. */
export interface Refusal {
  readonly status: number
  /** A constant sentence that contains no part of the request. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Checks a request for one particular reason to refuse it. Returns the refusal, or undefined if the reason does not
 * apply. Checks do not depend on each other.
 */
export type RequestCheck<Update> = (update: Update) => Refusal | undefined

/**
 * The parts of an API's behaviour when it handles an update. The correct behaviour runs `checks` in order. A fault can
 * replace each part separately.
 */
export interface Behaviour<Update, Appointment, CheckName extends string> {
  /** The HTTP methods of an update. */
  readonly methods: readonly string[]
  readonly checks: Readonly<Record<CheckName, RequestCheck<Update>>>
  /** Parses a date-time of the request. Returns undefined if `text` is not a date-time. */
  readonly readTime: (text: string) => Instant | undefined
  /** Returns the appointment whose id is in the path, if it exists. */
  readonly find: (update: Update) => Appointment | undefined
  /** Returns the updated appointment. Has no side effects. Invalid fields of the update are ignored. */
  readonly apply: (before: Appointment, update: Update) => Appointment
  /** Stores the appointment. */
  readonly save: (after: Appointment, update: Update) => void
  /** Returns the appointment as JSON. Responses and later observations contain this JSON. */
  readonly show: (appointment: Appointment, server: ServerOf<Update>) => object
  /** Changes a response before it is sent. Called for every response, even for a refusal. */
  readonly answer: (answer: SandboxAnswer, update: Update) => SandboxAnswer
}

/** The type of `server` in an update: the data, time zones and clock that all requests to one server share. */
type ServerOf<Update> = Update extends { readonly server: infer Server } ? Server : never

/** Runs the checks in their order and returns the first refusal. Returns undefined if all checks pass. */
export function firstRefusal<Update>(checks: readonly RequestCheck<Update>[], update: Update): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(update)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** Returns only the parts of a behaviour that a fault replaces. `correct` is the correct behaviour. */
export type BehaviourChange<Kind> = (correct: Kind) => Partial<Kind>

/**
 * The change that a fault makes to a behaviour. `U` is the type of updates, `A` the type of appointments, and `N` the
 * type of the names of checks.
 */
export type ChangeOf<U, A, N extends string> = BehaviourChange<Behaviour<U, A, N>>

/**
 * Returns the behaviour for observations (`forObservation`), and a function that selects the behaviour for the next
 * request (`forRequest`). If the fault has `everyNth`, only every nth request gets the faulty behaviour.
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

/** Caches the result for the text that was parsed last, because several checks of one request parse the same text. */
export function readOnce<Read>(read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string; readonly result: Read } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
