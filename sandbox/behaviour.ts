import type { SandboxAnswer } from './http/answer.ts'
import type { Instant } from './time/instant.ts'

/** The response to a request that a check refuses. */
export interface Refusal {
  readonly status: number
  /** A constant sentence. It contains nothing from the request. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Checks a request for one reason to refuse it, independently of the other checks. Returns undefined if there is no
 * such reason.
 */
export type RequestCheck<Update> = (update: Update) => Refusal | undefined

/**
 * How one API handles updates. Correct behaviour runs `checks` in order. A fault can replace each part of a behaviour
 * separately.
 */
export interface Behaviour<Update, Appointment, CheckName extends string> {
  /** The HTTP methods of an update. */
  readonly methods: readonly string[]
  readonly checks: Readonly<Record<CheckName, RequestCheck<Update>>>
  /** Parses a date-time of the request. Returns undefined if `text` is no date-time. */
  readonly readTime: (text: string) => Instant | undefined
  /** Returns the appointment whose id is in the path, if it exists. */
  readonly find: (update: Update) => Appointment | undefined
  /** Returns the updated appointment. Pure. Invalid fields are left unchanged. */
  readonly apply: (before: Appointment, update: Update) => Appointment
  /** Stores the appointment. */
  readonly save: (after: Appointment, update: Update) => void
  /** Returns the appointment as JSON, for responses and for later observations. */
  readonly show: (appointment: Appointment, server: ServerOf<Update>) => object
  /** Changes a response in the last step of handling a request. Called for every response, including refusals. */
  readonly answer: (answer: SandboxAnswer, update: Update) => SandboxAnswer
}

/** The type of `server` in an update: what all requests to one server share. */
type ServerOf<Update> = Update extends { readonly server: infer Server } ? Server : never

/** Runs the checks in their order and returns the first refusal, or undefined. */
export function firstRefusal<Update>(checks: readonly RequestCheck<Update>[], update: Update): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(update)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** Returns the parts of a behaviour that a fault replaces, made from the correct behaviour. */
export type BehaviourChange<Kind> = (correct: Kind) => Partial<Kind>

/**
 * The change that a fault makes to a behaviour. `U` is the type of its updates, `A` of its appointments, and `N` of the
 * names of its checks.
 */
export type ChangeOf<U, A, N extends string> = BehaviourChange<Behaviour<U, A, N>>

/**
 * Returns the behaviour for each request, and the behaviour for observations. If the fault has `everyNth`, only every
 * nth request gets the faulty behaviour.
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

/** Caches the result for the last text, because several checks of one request parse the same time. */
export function readOnce<Read>(read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string; readonly result: Read } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, result: read(text) }
    return last.result
  }
}
