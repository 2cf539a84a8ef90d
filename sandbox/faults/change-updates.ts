import type { Behaviour, Change } from '../behaviour.ts'
import type { Instant } from '../time/instant.ts'

type Parts<Appointment> = Partial<Appointment> | false

/** Changes the appointment after an accepted update. */
export function applies<Update, Appointment, Name extends string>(
  change: (after: Appointment, before: Appointment, update: Update) => Parts<NoInfer<Appointment>>,
): Change<Behaviour<Update, Appointment, Name>> {
  return ({ apply }) => ({
    apply: (before, update) => {
      const after = apply(before, update)
      return { ...after, ...change(after, before, update) }
    },
  })
}

/** Keeps fields at their value from before the update. */
export function keeps<Update, Appointment, Name extends string>(
  ...fields: readonly (keyof NoInfer<Appointment>)[]
): Change<Behaviour<Update, Appointment, Name>> {
  return applies<Update, Appointment, Name>(
    (_after, before) => Object.fromEntries(fields.map((field) => [field, before[field]])) as Partial<Appointment>,
  )
}

/** Shows other values, in the response and later. */
export function shows<Update, Appointment, Name extends string>(
  change: (
    appointment: Appointment,
    server: Parameters<Behaviour<Update, Appointment, Name>['show']>[1],
  ) => object | false,
): Change<Behaviour<Update, Appointment, Name>> {
  return ({ show }) => ({
    show: (appointment, server) => ({ ...show(appointment, server), ...change(appointment, server) }),
  })
}

/** Reads the times of requests otherwise; undefined refuses them. */
export function readsTime<Update, Appointment, Name extends string>(
  read: (text: string, correct: (text: string) => Instant | undefined) => Instant | undefined,
): Change<Behaviour<Update, Appointment, Name>> {
  return ({ readTime }) => ({ readTime: (text) => read(text, readTime) })
}

/** Accepts and refuses the same times, and stores another instant. */
export function storesTime<
  Update extends { readonly readTime: (text: string) => Instant | undefined },
  Appointment,
  Name extends string,
>(change: (instant: Instant, text: string) => Instant | undefined): Change<Behaviour<Update, Appointment, Name>> {
  return ({ apply }) => ({
    apply: (before, update) => {
      const readTime = (text: string) => {
        const instant = update.readTime(text)
        return instant === undefined ? undefined : change(instant, text)
      }
      return apply(before, { ...update, readTime })
    },
  })
}
