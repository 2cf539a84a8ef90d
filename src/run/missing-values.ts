import type { Plan } from '../cases/plan-cases.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { basicCases, pathNames } from './gather/basic-cases.ts'

/**
 * Returns the path parameters for which neither the plan nor a response contains a value. Each has the form
 * `operationId.name`.
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

/** The maximum number of parameters that one sentence names. */
const NAMED = 6

/**
 * Returns a list with one sentence, which names the parameters without a value and explains how to set their values.
 * The list is empty if no value is missing.
 */
export function describeMissingValues(missing: readonly string[]): string[] {
  if (missing.length === 0) return []
  const named = missing.slice(0, NAMED)
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''
  const add = named.map((key) => `--param ${key}=…`).join(' ')
  return [`No value for ${named.join(', ')}${more}: add ${add}${more === '' ? '' : ' and so on'}`]
}
