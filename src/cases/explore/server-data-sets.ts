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
  /** Whether its values were never seen together, so that nobody says what becomes of them. */
  readonly mixed: boolean
  /** Whether a value is vouched for only beside all the others: a slot may be free for the practitioner sent with it. */
  readonly whole?: boolean
}

/** The top-level fields of a body whose values name things of a world, or hold something that does. */
export function serverDataFields(schema: Schema, { target }: PlanContext): ReadonlySet<string> {
  // A mock has no world: every value is free there.
  if (target === 'mock') return new Set()
  const deep = listKeywords(schema, 'request').filter((each) => isServerData(each.schema.value))
  const own = [...fieldsOf(schema)].filter(([, field]) => isServerData(field)).map(([name]) => name)
  return new Set([...own, ...deep.map(({ instance }) => tokens(instance)[0] ?? '*')])
}

function isServerData(value: JsonObject | boolean): boolean {
  return isObject(value) && value['x-server-data'] === true
}

/**
 * The worlds of an operation: what the plan sends together, what each scenario of a 200 sends, what the state's `values`
 * list; and a mixed one with all that is known of the base scenario's state.
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
    // What a scenario says of the path by itself is that scenario's own point.
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

/** Whether a world that somebody vouches for has all of some values. */
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
