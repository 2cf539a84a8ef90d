import { isDeepStrictEqual } from 'node:util'
import { tokens } from '../../document/json-pointer.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Given } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read-update.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import type { Schema } from '../../schemas/schema.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { stateValues, existingValue } from '../existing-value.ts'

/** A provider state, and the values that `x-server-data` fields of a body may take in it. Values may be literals. */
export interface World {
  readonly given?: Given
  readonly values: Readonly<Record<string, readonly Json[]>>
  /** True if its values were never used together, so that the outcome is unknown. */
  readonly mixed: boolean
  /** True if a value is known to be valid only together with the others, such as a slot that is free for one person. */
  readonly whole?: boolean
}

/** The top-level body fields that are server data or contain it. */
export function serverDataFields(schema: Schema, { target }: PlanContext): ReadonlySet<string> {
  // A mock has no data: every value is allowed.
  if (target === 'mock') return new Set()
  const deep = listKeywords(schema, 'request').filter((each) => isServerData(each.schema.value))
  const own = [...fieldsOf(schema)].filter(([, field]) => isServerData(field)).map(([name]) => name)
  return new Set([...own, ...deep.map(({ instance }) => tokens(instance)[0] ?? '*')])
}

function isServerData(value: JsonObject | boolean): boolean {
  return isObject(value) && value['x-server-data'] === true
}

/**
 * The server-data sets of an operation: those of the plan, of each scenario of a 200, and of the state's `values`; and a mixed
 * one with all known values of the base scenario's state.
 */
export function serverDataSets(
  operation: Operation,
  base: BaseRequest,
  names: ReadonlySet<string>,
  context: PlanContext,
): readonly [World, ...World[]] {
  const here = { ...(base.given === undefined ? {} : { given: base.given }), mixed: false }
  const valuesBy = (of: (name: string) => readonly Json[]): World['values'] =>
    Object.fromEntries([...names].map((name) => [name, of(name)] as const).filter(([, values]) => values.length > 0))
  if (!context.hasStates) return [{ ...here, values: valuesBy((name) => fieldOf(base.body, name)) }]
  const planned = { ...here, values: valuesBy((name) => listed(existingValue(operation, base, name))) }
  const scenarios = operation.scenarios
    .filter(({ status, send, as }) => status === '200' && as.includes('partner') && isObject(send.body))
    // A scenario that sets path values itself is about those values.
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

/** True if a set that is known to be valid contains all of some values. */
export function areKnownTogether(chosen: JsonObject, given: Given | undefined, worlds: readonly World[]): boolean {
  return worlds.some(
    (world) =>
      !world.mixed &&
      isDeepStrictEqual(world.given, given) &&
      (world.whole !== true || Object.keys(world.values).every((name) => Object.hasOwn(chosen, name))) &&
      Object.entries(chosen).every(([name, value]) =>
        world.values[name]?.some((each) => isDeepStrictEqual(each, value)),
      ),
  )
}

function fieldOf(body: Json | undefined, name: string): Json[] {
  return listed(isObject(body) ? body[name] : undefined)
}

const listed = (value: Json | undefined): Json[] => (value === undefined ? [] : [value])

function distinct(values: readonly Json[]): Json[] {
  return values.filter((value, index) => values.findIndex((each) => isDeepStrictEqual(each, value)) === index)
}
