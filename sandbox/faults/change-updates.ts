import type { Behaviour, ChangeOf } from '../behaviour.ts'
import type { Instant } from '../time/instant.ts'
import type { Update } from '../update.ts'

/** Changes the appointment after an accepted update. */
export function applies<U, A, N extends string>(
  change: (after: A, before: A, update: U) => Partial<NoInfer<A>> | false,
): ChangeOf<U, A, N> {
  return ({ apply }) => ({
    apply: (before, update) => {
      const after = apply(before, update)
      return { ...after, ...change(after, before, update) }
    },
  })
}

/** Keeps fields at their value from before the update. */
export function keeps<U, A, N extends string>(...fields: readonly (keyof NoInfer<A>)[]): ChangeOf<U, A, N> {
  return applies<U, A, N>(
    (_after, before) => Object.fromEntries(fields.map((field) => [field, before[field]])) as Partial<A>,
  )
}

/** Shows other values, in the response and later. */
export function shows<U, A, N extends string>(
  change: (appointment: A, server: Parameters<Behaviour<U, A, N>['show']>[1]) => object | false,
): ChangeOf<U, A, N> {
  return ({ show }) => ({
    show: (appointment, server) => ({ ...show(appointment, server), ...change(appointment, server) }),
  })
}

/** Reads the times of requests otherwise; undefined refuses them. */
export function readsTime<U, A, N extends string>(
  read: (text: string, correct: (text: string) => Instant | undefined) => Instant | undefined,
): ChangeOf<U, A, N> {
  return ({ readTime }) => ({ readTime: (text) => read(text, readTime) })
}

/** Accepts and refuses the same times, and stores another instant. */
export function storesTime<U extends Pick<Update, 'readTime'>, A, N extends string>(
  change: (instant: Instant, text: string) => Instant | undefined,
): ChangeOf<U, A, N> {
  return ({ apply }) => ({
    apply: (before, update) => {
      const readTime = (text: string) => {
        const instant = update.readTime(text)
        return instant && change(instant, text)
      }
      return apply(before, { ...update, readTime })
    },
  })
}
