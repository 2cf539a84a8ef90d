import type { SandboxAnswer } from './http/answer.ts'
import type { Instant } from './time/instant.ts'

/** Why a request is refused. */
export interface Refusal {
  readonly status: number
  /** A constant sentence that contains nothing of the request. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Checks one reason to refuse a request, independently of the others. Undefined if the reason does not apply. */
export type RequestCheck<Update> = (update: Update) => Refusal | undefined

/** How one API handles updates. A fault can replace each part separately. Correct behaviour runs `checks` in order. */
export interface Behaviour<Update, Appointment, CheckName extends string> {
  /** The HTTP methods of an update. */
  readonly methods: readonly string[]
  readonly checks: Readonly<Record<CheckName, RequestCheck<Update>>>
  /** Parses a date-time of the request. Returns undefined for any other text. */
  readonly readTime: (text: string) => Instant | undefined
  /** Returns the appointment in the path, if it exists. */
  readonly find: (update: Update) => Appointment | undefined
  /** Returns the appointment after the update. Pure. Invalid fields are left unchanged. */
  readonly apply: (before: Appointment, update: Update) => Appointment
  /** Stores the appointment. */
  readonly save: (after: Appointment, update: Update) => void
  /** Returns the appointment as JSON, for responses and for later observations. */
  readonly show: (appointment: Appointment, server: ServerOf<Update>) => object
  /** Changes every response, including refusals, as the last step. */
  readonly answer: (answer: SandboxAnswer, update: Update) => SandboxAnswer
}

/** The part of an update that is the same for all requests. */
type ServerOf<Update> = Update extends { readonly server: infer Server } ? Server : never

/** Runs the checks in their order and returns the first refusal, or undefined. */
export function firstRefusal<Update>(checks: readonly RequestCheck<Update>[], update: Update): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(update)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** Returns the parts of a behaviour that a fault replaces. */
export type BehaviourChange<Kind> = (correct: Kind) => Partial<Kind>

/** A change of a behaviour whose update is U, whose appointment is A, and whose checks have the names N. */
export type ChangeOf<U, A, N extends string> = BehaviourChange<Behaviour<U, A, N>>

/** Selects the behaviour for each request, and for observations. With `everyNth`, only every nth request is faulty. */
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
