import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../../cases/case.ts'
import { EXPLORE } from '../../cases/explored-path.ts'

/** Cases that are carried out one after the other on one provider state. */
export interface Unit {
  readonly cases: readonly Case[]
  /** Whether all of them expect a refusal, so that together they should leave no trace. */
  readonly refused: boolean
}

/**
 * Refused cases of one provider state without a first step share one appointment; every other case has its own. So has a
 * random one: sent again alone it is the same bytes. In plan order.
 */
export function groupCasesByState(cases: readonly Case[], share: boolean): Unit[] {
  const units: { cases: Case[]; refused: boolean }[] = []
  for (const aCase of cases) {
    const isAlone = aCase.maker === EXPLORE || aCase.given === undefined || aCase.first !== undefined
    const refused = share && !isAlone && expectsRefusal(aCase)
    const shared = refused
      ? units.find(
          (unit) =>
            unit.refused &&
            isDeepStrictEqual(unit.cases[0]?.given, aCase.given) &&
            unit.cases[0]?.operation === aCase.operation,
        )
      : undefined
    if (shared === undefined) units.push({ cases: [aCase], refused })
    else shared.cases.push(aCase)
  }
  return units
}

function expectsRefusal({ expect }: Case): boolean {
  if (expect.kind === 'status') return expect.status.startsWith('4')
  return expect.kind === 'refused' || expect.kind === 'locked-out' || expect.kind === 'unsupported-method'
}
