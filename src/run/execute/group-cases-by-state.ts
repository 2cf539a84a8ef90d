import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../cases/case.ts'
import { EXPLORE } from '../../cases/explored-path.ts'

/** Cases that share a provider state and are sent in sequence. */
export interface CaseGroup {
  readonly cases: readonly Case[]
  /** True if the server must refuse every case of the group. The fixture must then stay unchanged. */
  readonly refused: boolean
}

/**
 * Groups the cases of an operation that can share a fixture: cases with the same provider state which the server must
 * refuse, and which send no earlier request. Every other case gets its own fixture. A random case gets its own fixture
 * too, because a replay must send the same bytes. If `share` is false or `mustBeAlone` returns true, a case is alone in
 * its group. Groups are in plan order.
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
