import type { Case } from '../../cases/case.ts'
import { destructiveReason } from '../../cases/destructive/destructive-reason.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Target } from '../../targets/target.ts'

/**
 * Orders the cases for a live server, so that no case deletes an object that a later case needs. Deletions come after
 * the other cases. Children are deleted before their parents. For each operation, the deletions that the server must
 * refuse come first. Only the requests of journeys come after the deletions. For mock and sandbox, keeps the plan
 * order, because each of their cases has its own fixture.
 */
export function orderCases(cases: readonly Case[], { name, order }: Pick<Target, 'name' | 'order'>): readonly Case[] {
  if (order !== undefined) return order(cases)
  if (name !== 'live') return cases
  const steps = cases.filter(({ journey }) => journey !== undefined)
  const others = cases.filter(({ journey }) => journey === undefined)
  const removing = others.filter(removes)
  const depths = new Map(removing.map((aCase) => [aCase.operation, aCase.operation.path.split('/').length]))
  const operations = [...depths.keys()].toSorted((one, other) => (depths.get(other) ?? 0) - (depths.get(one) ?? 0))
  return [
    ...others.filter((aCase) => !removes(aCase)),
    ...operations.flatMap((operation) => {
      const own = removing.filter((aCase) => aCase.operation === operation)
      return [...own.filter((aCase) => !expectsSuccess(aCase)), ...own.filter(expectsSuccess)]
    }),
    ...steps,
  ]
}

/** True if a case may change data on a live server. Such a case must not run concurrently with others. */
export function mayWrite({ given, method, operation }: Case, { name, shows }: Pick<Target, 'name' | 'shows'>): boolean {
  if (name !== 'live' || (given !== undefined && shows.state)) return false
  return !isSafeMethod(method ?? operation.method) || destructiveReason(operation) !== undefined
}

function removes({ method, operation }: Case): boolean {
  return method === 'DELETE' || (method === undefined && destructiveReason(operation) !== undefined)
}

function expectsSuccess({ expect }: Case): boolean {
  if (expect.kind === 'status') return expect.status.startsWith('2')
  return expect.kind === 'accepted' || expect.kind === 'documented'
}
