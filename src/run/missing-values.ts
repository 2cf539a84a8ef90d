import type { Plan } from '../cases/plan-cases.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { basicCases, pathNames } from './execute/follow-links.ts'

/** `operationId.name` of each path parameter without a value, neither in the plan nor from a link. */
export function missingValues(
  { cases }: Pick<Plan, 'cases'>,
  linked: ReadonlyMap<Operation, JsonObject> = new Map(),
): string[] {
  return basicCases(cases).flatMap(({ operation, send: { path = {} } }) =>
    pathNames(operation)
      .filter((name) => path[name] === undefined && linked.get(operation)?.[name] === undefined)
      .map((name) => `${operation.id}.${name}`),
  )
}

/** One sentence that lists missing values and how to give them; empty without any. */
export function describeMissingValues(missing: readonly string[]): string[] {
  if (missing.length === 0) return []
  return [`No value for ${missing.join(', ')}: add ${missing.map((key) => `--param ${key}=…`).join(' ')}`]
}
