import type { ChangeOf, RequestCheck, Refusal } from '../behaviour.ts'

/** Skips checks. If `when` is given, skips the checks only for updates for which `when` returns true. */
export function skips<U, A, N extends string>(
  names: NoInfer<N> | readonly NoInfer<N>[],
  when: (update: NoInfer<U>) => boolean = () => true,
): ChangeOf<U, A, N> {
  return ({ checks }) => {
    const skipped = (name: N): [N, RequestCheck<U>] => [
      name,
      (update) => (when(update) ? undefined : checks[name](update)),
    ]
    return { checks: { ...checks, ...Object.fromEntries([names].flat().map((name) => skipped(name as N))) } }
  }
}

/** Refuses a request for which `when` returns true. This happens immediately before the named check would run. */
export function refusesAt<U, A, N extends string>(
  name: NoInfer<N>,
  when: (update: NoInfer<U>) => boolean,
  refusal: Refusal,
): ChangeOf<U, A, N> {
  return changesCheck<U, A, N>(name, (check) => (update) => (when(update) ? refusal : check(update)))
}

/** Replaces the refusal of a check by another refusal. */
export function refusesOtherwise<U, A, N extends string>(name: NoInfer<N>, refusal: Refusal): ChangeOf<U, A, N> {
  return changesCheck<U, A, N>(name, (check) => (update) => check(update) && refusal)
}

/** Replaces a check by another check. `change` gets the old check and returns the new one. */
export function changesCheck<U, A, N extends string>(
  name: NoInfer<N>,
  change: (check: RequestCheck<U>) => RequestCheck<U>,
): ChangeOf<U, A, N> {
  return ({ checks }) => ({ checks: { ...checks, [name]: change(checks[name]) } })
}
