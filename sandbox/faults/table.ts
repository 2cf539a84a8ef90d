import type { AnivaBehaviour } from '../aniva/behaviour.ts'
import type { Behaviour, BehaviourChange } from '../behaviour.ts'
import type { LobbieBehaviour } from '../lobbie/behaviour.ts'
import type { Update } from '../update.ts'
import type { AnivaFault, Fault, FaultFamily, LobbieFault, RuleId } from './fault.ts'

/** The parts of a behaviour that both APIs have. */
export type CommonBehaviour = Behaviour<
  Update,
  { readonly id: number | string; readonly createdAt: number; readonly updatedAt: number | null },
  | 'content-type-is-json'
  | 'body-is-json'
  | 'body-is-object'
  | 'body-has-a-field'
  | 'fields-are-known'
  | 'appointment-exists'
>

/** A fault as a row of a table: its title, its change to the correct behaviour, and optional properties. */
export type FaultEntry<Kind> = readonly [
  title: string,
  change: BehaviourChange<Kind>,
  more?: Pick<Fault, 'everyNth' | 'whySeveralFindings'>,
]

/** Rows by fault id. */
export type Rows<Kind> = Readonly<Record<string, FaultEntry<Kind>>>

/** Creates faults of Lobbie that have the same family and rules. */
export function lobbieFaults(
  family: FaultFamily,
  rules: readonly RuleId[],
  rows: Rows<LobbieBehaviour>,
): readonly LobbieFault[] {
  return Object.entries(rows).map(([id, [title, change, more]]) => ({
    ...{ id, api: 'lobbie' as const, family, title, rules, change },
    ...more,
  }))
}

/** Creates faults of Aniva that have the same family and rules. */
export function anivaFaults(
  family: FaultFamily,
  rules: readonly RuleId[],
  rows: Rows<AnivaBehaviour>,
): readonly AnivaFault[] {
  return Object.entries(rows).map(([id, [title, change, more]]) => ({
    ...{ id, api: 'aniva' as const, family, title, rules, change },
    ...more,
  }))
}

/**
 * Creates the same faults for both APIs. The id of a fault is its key in `rows` with the prefix `lobbie-` or `aniva-`.
 */
export function faultsOfBoth(
  family: FaultFamily,
  rules: readonly RuleId[],
  rows: Rows<CommonBehaviour>,
): readonly Fault[] {
  const prefixed = (api: string) => Object.entries(rows).map(([key, row]) => [`${api}-${key}`, row])
  // A change for `CommonBehaviour` works for both APIs, because its functions only return updates and appointments that
  // they got as arguments. Therefore the cast is safe.
  return [
    ...lobbieFaults(family, rules, Object.fromEntries(prefixed('lobbie')) as Rows<LobbieBehaviour>),
    ...anivaFaults(family, rules, Object.fromEntries(prefixed('aniva')) as Rows<AnivaBehaviour>),
  ]
}
