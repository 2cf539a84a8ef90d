import type { Behaviour, Change, Check, Refusal } from '../behaviour.ts'

/** Leaves out checks: always, or when the condition holds. */
export function skips<Update, Appointment, Name extends string>(
  names: NoInfer<Name> | readonly NoInfer<Name>[],
  when: (update: NoInfer<Update>) => boolean = () => true,
): Change<Behaviour<Update, Appointment, Name>> {
  return ({ checks }) => {
    const skipped = (name: Name): [Name, Check<Update>] => [
      name,
      (update) => (when(update) ? undefined : checks[name](update)),
    ]
    return { checks: { ...checks, ...Object.fromEntries([names].flat().map((name) => skipped(name as Name))) } }
  }
}

/** Refuses when the condition holds, in the place of a check and before it. */
export function refusesAt<Update, Appointment, Name extends string>(
  name: NoInfer<Name>,
  when: (update: NoInfer<Update>) => boolean,
  refusal: Refusal,
): Change<Behaviour<Update, Appointment, Name>> {
  return changesCheck<Update, Appointment, Name>(name, (check) => (update) => (when(update) ? refusal : check(update)))
}

/** Gives another refusal where a check refuses. */
export function refusesOtherwise<Update, Appointment, Name extends string>(
  name: NoInfer<Name>,
  refusal: Refusal,
): Change<Behaviour<Update, Appointment, Name>> {
  return changesCheck<Update, Appointment, Name>(name, (check) => (update) => check(update) && refusal)
}

/** Replaces one check by another that is made from it. */
export function changesCheck<Update, Appointment, Name extends string>(
  name: NoInfer<Name>,
  change: (check: Check<Update>) => Check<Update>,
): Change<Behaviour<Update, Appointment, Name>> {
  return ({ checks }) => ({ checks: { ...checks, [name]: change(checks[name]) } })
}
