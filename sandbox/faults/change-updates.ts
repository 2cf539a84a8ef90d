import type { Behaviour, ChangeOf } from '../behaviour.ts'
import type { Instant } from '../time/instant.ts'
import type { Update } from '../update.ts'

/** Changes the stored appointment after an accepted update. */
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

/** Keeps `fields` at the values that they had before the update. */
export function keeps<U, A, N extends string>(...fields: readonly (keyof NoInfer<A>)[]): ChangeOf<U, A, N> {
  return applies<U, A, N>(
    (_after, before) => Object.fromEntries(fields.map((field) => [field, before[field]])) as Partial<A>,
  )
}

/** Changes an appointment in responses and observations. The stored appointment is not changed. */
export function shows<U, A, N extends string>(
  change: (appointment: A, server: Parameters<Behaviour<U, A, N>['show']>[1]) => object | false,
): ChangeOf<U, A, N> {
  return ({ show }) => ({
    show: (appointment, server) => ({ ...show(appointment, server), ...change(appointment, server) }),
  })
}

/**
 * Parses the times in requests with `read` instead of the correct parser. A time for which `read` returns undefined is
 * refused.
 */
export function readsTime<U, A, N extends string>(
  read: (text: string, correct: (text: string) => Instant | undefined) => Instant | undefined,
): ChangeOf<U, A, N> {
  return ({ readTime }) => ({ readTime: (text) => read(text, readTime) })
}

/** Accepts and refuses the same times as the correct server, but stores another instant than the sent one. */
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
