import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../cases/case.ts'
import { EXPLORE } from '../../cases/explored-path.ts'

/** Cases that use the same provider state and are sent one after the other. */
export interface CaseGroup {
  readonly cases: readonly Case[]
  /** True if every case expects a refusal. In this case the fixture must be unchanged afterwards. */
  readonly refused: boolean
}

/**
 * Groups the cases that can share a fixture. Cases share a fixture if they have the same operation and provider state,
 * expect a refusal, and have no first step. Every other case gets a separate fixture. A random case also gets a
 * separate fixture, so that a replay sends the same bytes. Groups are in plan order. If `share` is false, or
 * `mustBeAlone` returns true for a case, the case is in a separate group.
 */
export function groupCasesByState(
  cases: readonly Case[],
  share: boolean,
  mustBeAlone: (aCase: Case) => boolean = () => false,
): CaseGroup[] {
  const groups: { cases: Case[]; refused: boolean }[] = []
  for (const aCase of cases) {
    const isAlone =
      aCase.maker === EXPLORE || aCase.given === undefined || aCase.first !== undefined || mustBeAlone(aCase)
    const refused = share && !isAlone && expectsRefusal(aCase)
    const shared = refused
      ? groups.find(
          (group) =>
            group.refused &&
            isDeepStrictEqual(group.cases[0]?.given, aCase.given) &&
            group.cases[0]?.operation === aCase.operation,
        )
      : undefined
    if (shared === undefined) groups.push({ cases: [aCase], refused })
    else shared.cases.push(aCase)
  }
  return groups
}

function expectsRefusal({ expect }: Case): boolean {
  if (expect.kind === 'status') return expect.status.startsWith('4')
  return expect.kind === 'refused' || expect.kind === 'locked-out' || expect.kind === 'unsupported-method'
}
