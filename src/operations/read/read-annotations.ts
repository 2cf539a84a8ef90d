import { childOf, type Address } from '../../document/document.ts'
import { asObject, asText, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type {
  Given,
  Invariant,
  Scenario,
  Role,
  Source,
  StateDeclaration,
  TargetKind,
  Unreachable,
} from '../annotations.ts'
import type { Cursor } from '../cursor.ts'

/** Reads the `x-invariants` of a schema or response. Leaves out malformed entries, because `validate` reports them. */
export function readInvariants(value: JsonObject, address: Address): Invariant[] {
  const list = value['x-invariants']
  if (!isArray(list)) return []
  return list.flatMap((each, index) =>
    isObject(each)
      ? [
          {
            id: asText(each['id'], String(index)),
            ...(typeof each['when'] === 'string' ? { when: each['when'] } : {}),
            rule: typeof each['rule'] === 'string' ? each['rule'] : '',
            message: asText(each['message']),
            address: childOf(address, 'x-invariants', index),
          },
        ]
      : [],
  )
}

/** Reads the `x-states` of a document. */
export function readStates(root: Cursor): ReadonlyMap<string, StateDeclaration> {
  const states = asObject(root.value['x-states'])
  return new Map(
    Object.entries(states).flatMap(([name, state]) =>
      isObject(state)
        ? [
            [
              name,
              {
                name,
                description: asText(state['description']),
                with: asObject(state['with']),
                gives: asObject(state['gives']),
                sample: asObject(state['sample']),
                excludes: listOf(state['excludes'], []) as Role[],
                address: childOf(root.address, 'x-states', name),
              },
            ],
          ]
        : [],
    ),
  )
}

/**
 * Reads the `x-scenarios` of an operation, with the examples of the scenarios, in document order. If a scenario has no
 * `given`, it gets the `given` of the first 2xx scenario.
 */
export function readScenarios(operation: Cursor): Scenario[] {
  const scenarios = Object.entries(asObject(operation.value['x-scenarios'])).flatMap(([status, list]) =>
    isArray(list)
      ? list.flatMap((each, index) =>
          isObject(each) ? withExamples(status, each, childOf(operation.address, 'x-scenarios', status, index)) : [],
        )
      : [],
  )
  const base = baseScenario(scenarios)?.given
  if (base === undefined) return scenarios
  return scenarios.map((scenario) => (scenario.given === undefined ? { ...scenario, given: base } : scenario))
}

/** Returns the first scenario with status 2xx. Negative cases are made from its request by changing one part. */
export function baseScenario(scenarios: readonly Scenario[]): Scenario | undefined {
  return scenarios.find((scenario) => scenario.status.startsWith('2'))
}

/** Returns the statuses that have `unreachable` in `x-scenarios`. Some targets cannot return these statuses. */
export function readUnreachableStatuses(operation: Cursor): ReadonlyMap<string, Unreachable> {
  return new Map(
    Object.entries(asObject(operation.value['x-scenarios'])).flatMap(([status, value]) => {
      const unreachable = isObject(value) ? readUnreachable(value['unreachable']) : undefined
      return unreachable === undefined ? [] : [[status, unreachable]]
    }),
  )
}

/** Reads one entry of `x-unreachable`. Returns undefined if the entry is malformed. */
export function readUnreachable(value: Json | undefined): Unreachable | undefined {
  if (!isObject(value) || !isArray(value['on'])) return undefined
  return { on: value['on'].map(String) as TargetKind[], because: asText(value['because']) }
}

/**
 * Returns a scenario, followed by its examples. A property that an example does not have is taken from the scenario.
 * Example: the example `leap-day` of the scenario `reschedule` has the id `reschedule/leap-day`.
 */
function withExamples(status: string, value: JsonObject, address: Address): Scenario[] {
  const { examples: _examples, ...own } = value
  const examples = Object.entries(asObject(value['examples'])).flatMap(([name, example]) => {
    const id = `${asText(value['id'])}/${name}`
    return isObject(example)
      ? [readScenario(status, { ...own, ...example, id }, childOf(address, 'examples', name))]
      : []
  })
  return [readScenario(status, own, address), ...examples]
}

function readScenario(status: string, value: JsonObject, address: Address): Scenario {
  const then = asObject(value['then'])
  const given = readGiven(value['given'])
  return {
    id: asText(value['id']),
    status,
    address,
    ...(given === undefined ? {} : { given }),
    as: listOf(value['as'], ['partner']) as Role[],
    send: asObject(value['send']),
    then: { body: asObject(then['body']), headers: asObject(then['headers']) },
    accept: listOf(value['accept'], []),
    ...(typeof value['source'] === 'string' ? { source: value['source'] as Source } : {}),
  }
}

function readGiven(value: Json | undefined): Given | undefined {
  if (!isObject(value) || typeof value['state'] !== 'string') return undefined
  return { state: value['state'], with: asObject(value['with']) }
}

function listOf(value: Json | undefined, otherwise: readonly string[]): string[] {
  if (value === undefined || value === null) return [...otherwise]
  return (isArray(value) ? value : [value]).map(String)
}
