import type { BehaviourChange, ChangeOf, RequestCheck } from '../../sandbox/behaviour.ts'
import type { JsonBody } from '../../sandbox/faults/change-answers.ts'
import { isJsonObject } from '../../sandbox/http/json-text.ts'
import { bodyField, bodyFields, type Update } from '../../sandbox/update.ts'

export * from '../../sandbox/faults/change-answers.ts'
export * from '../../sandbox/faults/change-checks.ts'
export * from '../../sandbox/faults/change-updates.ts'
export { anivaFaults, faultsOfBoth, lobbieFaults } from '../../sandbox/faults/table.ts'
export { bodyField, bodyFields, refuse } from '../../sandbox/update.ts'

// The functions below make faults that are only in this folder. The shipped faults of the sandbox use only the
// functions above.

type Condition = (update: Pick<Update, 'body'>) => boolean

/** True if the body has the field `name`. */
export function sends(name: string): Condition {
  return (update) => bodyField(update, name) !== undefined
}

/** True if the body has the field `name` and its value is null. */
export function sendsNull(name: string): Condition {
  return (update) => bodyField(update, name) === null
}

/** True if `name` is the only field of the body. */
export function sendsOnly(name: string): Condition {
  return ({ body }) => Object.keys(bodyFields(body) ?? {}).join() === name
}

/** Combines changes. They are applied in order, each to the behaviour that the previous change returned. */
export function together<Kind>(...changes: readonly BehaviourChange<NoInfer<Kind>>[]): BehaviourChange<Kind> {
  return (correct) =>
    changes.reduce<Partial<Kind>>((done, change) => ({ ...done, ...change({ ...correct, ...done }) }), {})
}

/** Runs the checks `names` before all other checks. */
export function checksFirst<U, A, N extends string>(...names: readonly NoInfer<N>[]): ChangeOf<U, A, N> {
  return ({ checks }) => {
    const first = Object.fromEntries(names.map((name) => [name, checks[name]])) as Readonly<Record<N, RequestCheck<U>>>
    return { checks: { ...first, ...checks } }
  }
}

/** Replaces the request. All checks and the update get the request that `read` returns. */
export function rereads<U, A, N extends string>(read: (update: U) => U): ChangeOf<U, A, N> {
  return ({ checks, apply }) => ({
    checks: Object.fromEntries(
      Object.entries<RequestCheck<U>>(checks).map(([name, check]) => [name, (update: U) => check(read(update))]),
    ) as Readonly<Record<N, RequestCheck<U>>>,
    apply: (before, update) => apply(before, read(update)),
  })
}

/** Replaces the fields of the body by the fields that `read` returns. The other parts of the request stay the same. */
export function rereadsFields<U extends Update, A, N extends string>(
  read: (fields: JsonBody) => JsonBody,
): ChangeOf<U, A, N> {
  return rereads((update) => {
    const fields = bodyFields(update.body)
    return fields === undefined ? update : withFields(update, read(fields))
  })
}

/** Returns a copy of `update` whose body is `value`. */
export function withFields<U extends Update>(update: U, value: JsonBody): U {
  return { ...update, body: { kind: 'value', value } }
}

/**
 * Makes the server refuse an update with `status` and still store a change. `change` returns the appointment to store.
 * If `change` is absent, the server stores the update as if it were valid.
 */
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

/**
 * Replaces the function that stores an updated appointment. `save` gets the updated appointment, the update, and the
 * function that stores it correctly.
 */
export function saves<U, A, N extends string>(
  save: (after: A, update: U, correct: (after: A, update: U) => void) => void,
): ChangeOf<U, A, N> {
  return (correct) => ({ save: (after, update) => save(after, update, correct.save) })
}

/** Changes the body of the response to an accepted update. `change` gets the appointment before and after the update. */
export function changesBodyOfUpdate<U, A, N extends string>(
  change: (body: JsonBody, before: NoInfer<A>, after: NoInfer<A>, update: NoInfer<U>) => JsonBody,
): ChangeOf<U, A, N> {
  return ({ apply }) => {
    let last: { readonly before: A; readonly after: A } | undefined
    return {
      apply: (before, update) => {
        const after = apply(before, update)
        last = { before, after }
        return after
      },
      answer: (answer, update) =>
        answer.status === 200 && isJsonObject(answer.body) && last !== undefined
          ? { ...answer, body: change(answer.body, last.before, last.after, update) }
          : answer,
    }
  }
}

/** The properties of an appointment by which `forgetsFirstUpdate` recognizes a second update. */
interface Updated {
  readonly id: number | string
  readonly updatedAt: number | null
}

/**
 * Makes the server lose the first of two updates: the second update starts from the state before the first. Only
 * `updatedAt` keeps the value of the first update.
 */
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
