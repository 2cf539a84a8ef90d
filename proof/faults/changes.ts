import type { Behaviour, Change, Check } from '../../sandbox/behaviour.ts'
import type { Body } from '../../sandbox/faults/change-answers.ts'
import { fieldOf, fieldsOf, type Update } from '../../sandbox/update.ts'

/** Changes that only the proof's faults need. The sandbox has the others, beside its own faults. */

/** True if the body has one of these fields. */
export function sends(...names: readonly string[]): (update: Pick<Update, 'body'>) => boolean {
  return (update) => names.some((name) => fieldOf(update, name) !== undefined)
}

/** True if the field is null. */
export function sendsNull(name: string): (update: Pick<Update, 'body'>) => boolean {
  return (update) => fieldOf(update, name) === null
}

/** True if the body has this field and no other. */
export function sendsOnly(name: string): (update: Pick<Update, 'body'>) => boolean {
  return ({ body }) => Object.keys(fieldsOf(body) ?? {}).join() === name
}

/** Makes several changes, each to the result of the one before. */
export function together<Kind>(...changes: readonly Change<NoInfer<Kind>>[]): Change<Kind> {
  return (correct) =>
    changes.reduce<Partial<Kind>>((done, change) => ({ ...done, ...change({ ...correct, ...done }) }), {})
}

/** Runs these checks before all others. */
export function checksFirst<U, Appointment, Name extends string>(
  ...names: readonly NoInfer<Name>[]
): Change<Behaviour<U, Appointment, Name>> {
  return ({ checks }) => {
    const first = Object.fromEntries(names.map((name) => [name, checks[name]])) as Readonly<Record<Name, Check<U>>>
    return { checks: { ...first, ...checks } }
  }
}

/** Makes every check and the update see another request. */
export function rereads<U, Appointment, Name extends string>(
  read: (update: U) => U,
): Change<Behaviour<U, Appointment, Name>> {
  return ({ checks, apply }) => ({
    checks: Object.fromEntries(
      Object.entries<Check<U>>(checks).map(([name, check]) => [name, (update: U) => check(read(update))]),
    ) as Readonly<Record<Name, Check<U>>>,
    apply: (before, update) => apply(before, read(update)),
  })
}

/** Makes every check and the update see other fields in the body. */
export function rereadsFields<U extends Update, Appointment, Name extends string>(
  read: (fields: Body) => Body,
): Change<Behaviour<U, Appointment, Name>> {
  return rereads((update) => {
    const fields = fieldsOf(update.body)
    return fields === undefined ? update : withFields(update, read(fields))
  })
}

/** The update with another body. */
export function withFields<U extends Update>(update: U, value: Body): U {
  return { ...update, body: { kind: 'value', value } }
}

/** Stores an appointment although the update was refused with this status. */
export function storesRefused<U, Appointment, Name extends string>(
  status: number,
  change?: (before: Appointment, update: U) => Appointment,
): Change<Behaviour<U, Appointment, Name>> {
  return ({ find, apply, save }) => ({
    answer: (answer, update) => {
      const before = find(update)
      if (answer.status === status && before !== undefined) save((change ?? apply)(before, update), update)
      return answer
    },
  })
}

/** Stores something else, or nothing. */
export function saves<U, Appointment, Name extends string>(
  save: (after: Appointment, update: U, correct: (after: Appointment, update: U) => void) => void,
): Change<Behaviour<U, Appointment, Name>> {
  return (correct) => ({ save: (after, update) => save(after, update, correct.save) })
}

/** What tells a second update of an appointment from a first. */
interface Updated {
  readonly id: number | string
  readonly updatedAt: number | null
}

/** Applies every later update as if the first had not been made; only `updatedAt` moves on. */
export function forgetsFirstUpdate<U, Appointment extends Updated, Name extends string>(): Change<
  Behaviour<U, Appointment, Name>
> {
  return ({ apply }) => {
    const seen = new Map<Appointment['id'], { readonly original: Appointment; readonly updatedAt: number | null }>()
    return {
      apply: (before, update) => {
        const earlier = seen.get(before.id)
        const isSecond = earlier !== undefined && earlier.updatedAt === before.updatedAt
        const original = isSecond ? earlier.original : before
        const after = apply({ ...original, updatedAt: before.updatedAt }, update)
        seen.set(before.id, { original, updatedAt: after.updatedAt })
        return after
      },
    }
  }
}
