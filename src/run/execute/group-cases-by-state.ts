import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../cases/case.ts'
import { EXPLORE } from '../../cases/explored-path.ts'

/** Cases that share a provider state and are sent in sequence. */
export interface CaseGroup {
  readonly cases: readonly Case[]
  /** True if the server must refuse every case of the group. The cases must then leave the fixture unchanged. */
  readonly refused: boolean
}

/**
 * Groups the cases of an operation that can share a fixture. Cases share a fixture if they have the same provider
 * state, the server must refuse them, and no earlier request belongs to them. Every other case is alone in its group.
 * Random cases are always alone, because a replay must send the same bytes. If `share` is false, all cases are alone. A
 * case for which `mustBeAlone` returns true is alone too. Groups are in plan order.
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
