import { childOf, type Address } from '../document/document.ts'
import { asText, isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type {
  Given,
  Invariant,
  Recipe,
  Role,
  Source,
  StateDeclaration,
  TargetKind,
  Unreachable,
} from './annotations.ts'
import type { Cursor } from './cursor.ts'

/** `x-invariants` of a schema or response. Malformed ones are left to `validate`. */
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

/** `x-states` of the root. */
export function readStates(root: Cursor): ReadonlyMap<string, StateDeclaration> {
  const states = objectIn(root.value, 'x-states')
  return new Map(
    Object.entries(states).flatMap(([name, state]) =>
      isObject(state)
        ? [
            [
              name,
              {
                name,
                description: asText(state['description']),
                with: objectIn(state, 'with'),
                gives: objectIn(state, 'gives'),
                address: childOf(root.address, 'x-states', name),
              },
            ],
          ]
        : [],
    ),
  )
}

/** `x-recipes` of an operation, in its order. A recipe without `given` has that of the base recipe, the first of 200. */
export function readRecipes(operation: Cursor): Recipe[] {
  const recipes = Object.entries(objectIn(operation.value, 'x-recipes')).flatMap(([status, list]) =>
    isArray(list)
      ? list.flatMap((each, index) =>
          isObject(each) ? [readRecipe(status, each, childOf(operation.address, 'x-recipes', status, index))] : [],
        )
      : [],
  )
  const base = baseRecipe(recipes)?.given
  if (base === undefined) return recipes
  return recipes.map((recipe) => (recipe.given === undefined ? { ...recipe, given: base } : recipe))
}

/** The first recipe of an operation's first 2xx: what other cases change one thing of. */
export function baseRecipe(recipes: readonly Recipe[]): Recipe | undefined {
  return recipes.find((recipe) => recipe.status.startsWith('2'))
}

export function readUnreachableStatuses(operation: Cursor): ReadonlyMap<string, Unreachable> {
  return new Map(
    Object.entries(objectIn(operation.value, 'x-recipes')).flatMap(([status, value]) => {
      const unreachable = isObject(value) ? readUnreachable(value['unreachable']) : undefined
      return unreachable === undefined ? [] : [[status, unreachable]]
    }),
  )
}

export function readUnreachable(value: Json | undefined): Unreachable | undefined {
  if (!isObject(value) || !isArray(value['on'])) return undefined
  return { on: value['on'].map(String) as TargetKind[], because: asText(value['because']) }
}

function readRecipe(status: string, value: JsonObject, address: Address): Recipe {
  const then = objectIn(value, 'then')
  const given = readGiven(value['given'])
  return {
    id: asText(value['id']),
    status,
    address,
    ...(given === undefined ? {} : { given }),
    as: listOf(value['as'], ['partner']) as Role[],
    send: objectIn(value, 'send'),
    then: { body: objectIn(then, 'body'), headers: objectIn(then, 'headers') },
    accept: listOf(value['accept'], []),
    ...(typeof value['source'] === 'string' ? { source: value['source'] as Source } : {}),
  }
}

function readGiven(value: Json | undefined): Given | undefined {
  if (!isObject(value) || typeof value['state'] !== 'string') return undefined
  return { state: value['state'], with: objectIn(value, 'with') }
}

function listOf(value: Json | undefined, otherwise: readonly string[]): string[] {
  if (value === undefined || value === null) return [...otherwise]
  return (isArray(value) ? value : [value]).map(String)
}

function objectIn(value: JsonObject, key: string): JsonObject {
  const found = value[key]
  return isObject(found) ? found : {}
}
