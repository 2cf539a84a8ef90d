import type { Json } from '../../../json.ts'
import type { Scenario } from '../../../operations/annotations.ts'
import type { CompareOperation, FoundChange } from '../../found.ts'
import { isSameJson } from '../../../schemas/values/values.ts'

/**
 * Compares the scenarios of an operation, matched by status and id. Also compares the statuses that `x-unreachable`
 * lists.
 */
export const compareScenarios: CompareOperation = ({ base, head }) => {
  const twin = ({ status, id }: Scenario, all: readonly Scenario[]): Scenario | undefined =>
    all.find((each) => each.status === status && each.id === id)
  return [
    ...base.scenarios.flatMap((mine): FoundChange[] => {
      const theirs = twin(mine, head.scenarios)
      if (theirs !== undefined) return compareScenario(mine, theirs)
      const what = `The scenario \`${mine.id}\` was removed.`
      return [
        { rule: 'scenario-removed', part: partOf(mine), what, base: mine.address, head: head.address, key: mine.id },
      ]
    }),
    ...head.scenarios
      .filter((each) => twin(each, base.scenarios) === undefined)
      .map((each): FoundChange => {
        const what = `The scenario \`${each.id}\` was added.`
        return {
          rule: 'scenario-added',
          part: partOf(each),
          what,
          base: base.address,
          head: each.address,
          key: each.id,
        }
      }),
    ...[...new Set([...base.unreachableStatuses.keys(), ...head.unreachableStatuses.keys()])].flatMap(
      (status): FoundChange[] => {
        const [mine, theirs] = [base, head].map(({ unreachableStatuses }) => unreachableStatuses.get(status)?.on ?? [])
        const lost = (theirs ?? []).filter((target) => mine?.includes(target) !== true)
        const won = (mine ?? []).filter((target) => theirs?.includes(target) !== true)
        const about = { part: `scenarios of ${status}`, base: base.address, head: head.address }
        const sentence = (targets: readonly string[], word: string): string =>
          `The status ${status} is ${word} reachable on ${targets.join(', ')}.`
        return [
          ...(lost.length > 0
            ? [{ ...about, rule: 'status-became-unreachable' as const, what: sentence(lost, 'no longer') }]
            : []),
          ...(won.length > 0
            ? [{ ...about, rule: 'status-became-reachable' as const, what: sentence(won, 'now') }]
            : []),
        ]
      },
    ),
  ]
}

function partOf({ status, id }: Scenario): string {
  return `scenario ${status} ${id}`
}

function compareScenario(mine: Scenario, theirs: Scenario): FoundChange[] {
  const about = { part: partOf(mine), base: mine.address, head: theirs.address }
  const changed = (['given', 'as', 'send'] as const).filter(
    (key) => !isSameJson((mine[key] ?? null) as Json, (theirs[key] ?? null) as Json),
  )
  const accepts = (from: Scenario, to: Scenario): readonly string[] =>
    to.accept.filter((status) => !from.accept.includes(status))
  return [
    ...(changed.length > 0
      ? [
          {
            ...about,
            rule: 'scenario-changed' as const,
            what: `${changed.map((key) => `\`${key}\``).join(', ')} changed.`,
          },
        ]
      : []),
    ...accepts(mine, theirs).map((status): FoundChange => {
      return { ...about, rule: 'accepted-status-added', what: `The status ${status} is accepted too.`, key: status }
    }),
    ...accepts(theirs, mine).map((status): FoundChange => {
      return {
        ...about,
        rule: 'accepted-status-removed',
        what: `The status ${status} is no longer accepted.`,
        key: status,
      }
    }),
    ...compareExpectations(mine, theirs).map((found) => ({ ...about, ...found })),
  ]
}

function compareExpectations(mine: Scenario, theirs: Scenario): Pick<FoundChange, 'rule' | 'what' | 'key'>[] {
  const of = ({ then: { body, headers } }: Scenario): ReadonlyMap<string, Json> =>
    new Map([...Object.entries(body), ...Object.entries(headers)])
  const [from, to] = [of(mine), of(theirs)]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((place) => {
    if (isSameJson(from.get(place) ?? null, to.get(place) ?? null) && from.has(place) === to.has(place)) return []
    const lost = from.has(place)
      ? [{ rule: 'expectation-removed' as const, what: `The old expectation of \`${place}\` was removed.`, key: place }]
      : []
    const won = to.has(place)
      ? [{ rule: 'expectation-added' as const, what: `An expectation of \`${place}\` was added.`, key: place }]
      : []
    return [...lost, ...won]
  })
}
