import { isDeepStrictEqual } from 'node:util'
import { tokens } from '../../document/json-pointer.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Given } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { stateValues, existingValue } from '../values/existing-value.ts'

/**
 * A provider state, and values for fields with `x-server-data` that exist in this state. A value may be a placeholder
 * such as `{ $state: … }`.
 */
export interface ServerDataSet {
  readonly given?: Given
  readonly values: Readonly<Record<string, readonly Json[]>>
  /** True if the values come from several sets. The server may refuse values of different sets in one request. */
  readonly mixed: boolean
  /** True if the values are valid only together. Example: a person and a free time slot of this person. */
  readonly whole?: boolean
}

/**
 * Returns the names of the top-level body fields that have `x-server-data`, or that contain a field with
 * `x-server-data`.
 */
export function serverDataFields(schema: Schema, { target }: PlanContext): ReadonlySet<string> {
  // A mock has no data and accepts every value.
  if (target === 'mock') return new Set()
  const deep = listKeywords(schema, 'request').filter((each) => isServerData(each.schema.value))
  const own = [...fieldsOf(schema)].filter(([, field]) => isServerData(field)).map(([name]) => name)
  return new Set([...own, ...deep.map(({ instance }) => tokens(instance)[0] ?? '*')])
}

function isServerData(value: JsonObject | boolean): boolean {
  return isObject(value) && value['x-server-data'] === true
}

/**
 * Returns sets of values that exist on the server. They are taken from the base request, from each scenario with status
 * 200, and from the `values` of the provider state. The last set contains all values of one state.
 */
export function serverDataSets(
  operation: Operation,
  base: BaseRequest,
  names: ReadonlySet<string>,
  context: PlanContext,
): readonly [ServerDataSet, ...ServerDataSet[]] {
  const here = { ...(base.given === undefined ? {} : { given: base.given }), mixed: false }
  const valuesBy = (of: (name: string) => readonly Json[]): ServerDataSet['values'] =>
    Object.fromEntries([...names].map((name) => [name, of(name)] as const).filter(([, values]) => values.length > 0))
  if (!context.hasStates) return [{ ...here, values: valuesBy((name) => fieldOf(base.body, name)) }]
  const planned = { ...here, values: valuesBy((name) => listed(existingValue(operation, base, name))) }
  const scenarios = operation.scenarios
    .filter(({ status, send, as }) => status === '200' && as.includes('partner') && isObject(send.body))
    // A scenario that sets path values is about another resource.
    .filter(({ send }) => send.path === undefined)
    .map(({ given, send }) => ({
      ...here,
      ...(given === undefined ? {} : { given }),
      values: valuesBy((name) => fieldOf(send.body, name)),
      whole: true,
    }))
  const listing = { ...here, values: valuesBy((name) => stateValues(operation, base, name)) }
  const known = [planned, listing, ...scenarios.filter(({ given }) => isDeepStrictEqual(given, base.given))]
  const mixed = {
    ...here,
    values: valuesBy((name) => distinct(known.flatMap(({ values }) => values[name] ?? []))),
    mixed: true,
  }
  return [planned, ...scenarios, listing, ...(names.size > 1 ? [mixed] : [])]
}

/** True if one set that is not mixed contains all chosen values. The server then accepts these values together. */
export function areKnownTogether(
  chosen: JsonObject,
  given: Given | undefined,
  sets: readonly ServerDataSet[],
): boolean {
  return sets.some(
    (set) =>
      !set.mixed &&
      isDeepStrictEqual(set.given, given) &&
      (set.whole !== true || Object.keys(set.values).every((name) => Object.hasOwn(chosen, name))) &&
      Object.entries(chosen).every(([name, value]) => set.values[name]?.some((each) => isDeepStrictEqual(each, value))),
  )
}

function fieldOf(body: Json | undefined, name: string): Json[] {
  return listed(isObject(body) ? body[name] : undefined)
}

const listed = (value: Json | undefined): Json[] => (value === undefined ? [] : [value])

function distinct(values: readonly Json[]): Json[] {
  return values.filter((value, index) => values.findIndex((each) => isDeepStrictEqual(each, value)) === index)
}
