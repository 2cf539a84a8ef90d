import type { BehaviourChange, ChangeOf, RequestCheck } from '../../sandbox/behaviour.ts'
import type { JsonBody } from '../../sandbox/faults/change-answers.ts'
import { bodyField, bodyFields, type Update } from '../../sandbox/update.ts'

export * from '../../sandbox/faults/change-answers.ts'
export * from '../../sandbox/faults/change-checks.ts'
export * from '../../sandbox/faults/change-updates.ts'
export { anivaFaults, faultsOfBoth, lobbieFaults } from '../../sandbox/faults/table.ts'
export { bodyField, bodyFields, refuse } from '../../sandbox/update.ts'

// The imports above are changes that the sandbox's own faults use as well; the functions below are used only here.

type Condition = (update: Pick<Update, 'body'>) => boolean

/** True if the body has this field. */
export function sends(name: string): Condition {
  return (update) => bodyField(update, name) !== undefined
}

/** True if the field is null. */
export function sendsNull(name: string): Condition {
  return (update) => bodyField(update, name) === null
}

/** True if this field is the only one in the body. */
export function sendsOnly(name: string): Condition {
  return ({ body }) => Object.keys(bodyFields(body) ?? {}).join() === name
}

/** Combines several changes; each works on the result of the one before. */
export function together<Kind>(...changes: readonly BehaviourChange<NoInfer<Kind>>[]): BehaviourChange<Kind> {
  return (correct) =>
    changes.reduce<Partial<Kind>>((done, change) => ({ ...done, ...change({ ...correct, ...done }) }), {})
}

/** Runs these checks before all others. */
export function checksFirst<U, A, N extends string>(...names: readonly NoInfer<N>[]): ChangeOf<U, A, N> {
  return ({ checks }) => {
    const first = Object.fromEntries(names.map((name) => [name, checks[name]])) as Readonly<Record<N, RequestCheck<U>>>
    return { checks: { ...first, ...checks } }
  }
}

/** Lets every check and the update see the request that `read` returns instead of the one that was sent. */
export function rereads<U, A, N extends string>(read: (update: U) => U): ChangeOf<U, A, N> {
  return ({ checks, apply }) => ({
    checks: Object.fromEntries(
      Object.entries<RequestCheck<U>>(checks).map(([name, check]) => [name, (update: U) => check(read(update))]),
    ) as Readonly<Record<N, RequestCheck<U>>>,
    apply: (before, update) => apply(before, read(update)),
  })
}

/** Like `rereads`, but replaces only fields of the body. */
export function rereadsFields<U extends Update, A, N extends string>(
  read: (fields: JsonBody) => JsonBody,
): ChangeOf<U, A, N> {
  return rereads((update) => {
    const fields = bodyFields(update.body)
    return fields === undefined ? update : withFields(update, read(fields))
  })
}

/** The update with another body. */
export function withFields<U extends Update>(update: U, value: JsonBody): U {
  return { ...update, body: { kind: 'value', value } }
}

/** Stores the update although it was refused with this status. */
export function storesRefused<U, A, N extends string>(
  status: number,
  change?: (before: A, update: U) => A,
): ChangeOf<U, A, N> {
  return ({ find, apply, save }) => ({
    answer: (answer, update) => {
      const before = find(update)
      if (answer.status === status && before !== undefined) save((change ?? apply)(before, update), update)
      return answer
    },
  })
}

/** Replaces how an updated appointment is stored. `save` gets the appointment, the update, and the correct function. */
export function saves<U, A, N extends string>(
  save: (after: A, update: U, correct: (after: A, update: U) => void) => void,
): ChangeOf<U, A, N> {
  return (correct) => ({ save: (after, update) => save(after, update, correct.save) })
}

/** The properties that distinguish a second update from the first. */
interface Updated {
  readonly id: number | string
  readonly updatedAt: number | null
}

/** Applies every later update as if the first had never been made; only `updatedAt` is still set. */
export function forgetsFirstUpdate<U, A extends Updated, N extends string>(): ChangeOf<U, A, N> {
  return ({ apply }) => {
    const seen = new Map<A['id'], { readonly original: A; readonly updatedAt: number | null }>()
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
