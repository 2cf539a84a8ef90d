import type { Plan } from '../cases/plan-cases.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { basicCases, pathNames } from './gather/basic-cases.ts'

/**
 * Lists the path parameters without a value, as `operationId.name`: neither the plan nor a response has a value for them.
 */
export function missingValues(
  { cases }: Pick<Plan, 'cases'>,
  gathered: ReadonlyMap<Operation, JsonObject> = new Map(),
): string[] {
  return basicCases(cases).flatMap(({ operation, send: { path = {} } }) =>
    pathNames(operation)
      .filter((name) => path[name] === undefined && gathered.get(operation)?.[name] === undefined)
      .map((name) => `${operation.id}.${name}`),
  )
}

/**
 * Returns one sentence that lists the missing values and explains how to supply them. Returns an empty list if no value
 * is missing.
 */
export function describeMissingValues(missing: readonly string[]): string[] {
  if (missing.length === 0) return []
  return [`No value for ${missing.join(', ')}: add ${missing.map((key) => `--param ${key}=…`).join(' ')}`]
}
