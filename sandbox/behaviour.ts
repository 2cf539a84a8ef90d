import type { Answer } from './answer.ts'
import type { Instant } from './time/instant.ts'

/** Why a request is turned away. */
export interface Refusal {
  readonly status: number
  /** A constant sentence: nothing that the caller sent comes back in it. */
  readonly message: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One reason to turn a request away, looked at alone: nothing when there is none. */
export type Check<Update> = (update: Update) => Refusal | undefined

/**
 * How one API behaves, in pieces that can be exchanged one by one: that is how a fault lies. The truthful one is made
 * of `checks`, each alone in its name, in the order in which they are asked.
 */
export interface Behaviour<Update, Appointment, CheckName extends string> {
  /** The methods that mean an update. */
  readonly methods: readonly string[]
  readonly checks: Readonly<Record<CheckName, Check<Update>>>
  /** How a date-time in a request is read: undefined when it is none. */
  readonly readTime: (text: string) => Instant | undefined
  /** What the update makes of the appointment. Pure; what it cannot read it leaves alone. */
  readonly apply: (before: Appointment, update: Update) => Appointment
  /** Writes it down. */
  readonly keep: (after: Appointment, update: Update) => void
  /** The appointment as the API shows it, now and when it is observed later. */
  readonly show: (appointment: Appointment, world: World<Update>) => object
  /** The last word on an answer, refusals included. */
  readonly answer: (answer: Answer, update: Update) => Answer
}

/** What of an update does not depend on the request. */
type World<Update> = Update extends { readonly world: infer Found } ? Found : never

/** Asks the checks in their order; the first refusal counts. */
export function firstRefusal<Update>(checks: readonly Check<Update>[], update: Update): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(update)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** A lie as this file needs it: which pieces it exchanges, and in every so manieth update. */
interface Lie<Kind> {
  readonly tell: (truth: Kind) => Partial<Kind>
  readonly everyNth?: number
}

/** Says which behaviour answers the next request, and which one an observer sees. */
export function chooseBehaviour<Kind>(truth: Kind, lie: Lie<Kind> | undefined) {
  if (lie === undefined) return { behaviourOfNext: () => truth, observed: truth }
  const lying = { ...truth, ...lie.tell(truth) }
  const { everyNth } = lie
  if (everyNth === undefined) return { behaviourOfNext: () => lying, observed: lying }
  let asked = 0
  const behaviourOfNext = () => {
    asked += 1
    return asked % everyNth === 0 ? lying : truth
  }
  return { behaviourOfNext, observed: truth }
}

/** Reads the same text only once: several checks of one request ask for the same time. */
export function readOnce<Read>(read: (text: string) => Read): (text: string) => Read {
  let last: { readonly text: string; readonly found: Read } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, found: read(text) }
    return last.found
  }
}
