import { isArray, isObject, type Json } from '../json.ts'
import { isJson } from '../operations/media-types.ts'
import type { Operation } from '../operations/operation.ts'
import type { Schema } from '../schemas/schema.ts'
import { findIdentifiers, type Relation } from './find-identifiers.ts'
import { isSafeMethod } from '../operations/is-safe-method.ts'
import { linksTo } from './links-to.ts'
import {
  collectionNoun,
  isEnumerated,
  isPathUnder,
  pathKeys,
  listPathValues,
  plainPath,
  type PathValue,
} from './path-value.ts'
import { sampleOf } from './sample-of.ts'

/** An operation whose response contains the id that a path parameter needs, such as `POST /pets` for `petId`. */
export interface Producer {
  readonly operation: Operation
  /**
   * The reason why the response contains the id. `create`: the operation creates an object. `link`: the response has a
   * link to an operation that needs the id. `list`: the response contains existing objects.
   */
  readonly kind: 'create' | 'link' | 'list'
  readonly relation: Relation
}

/** A path parameter, and the operations whose responses contain values for it. The best operation comes first. */
export interface ProducedValue extends PathValue {
  readonly producers: readonly Producer[]
  /** True if the user listed the producing operations. They are then not inferred. */
  readonly isCorrected?: true
}

/**
 * The user's corrections of the graph. The key is a path such as `/pets/{petId}`, and the value lists the operations
 * whose responses contain the id.
 */
export type GraphCorrections = Readonly<Record<string, readonly string[]>>

/**
 * Returns the graph of operations: for each path parameter, the operations whose responses contain its values. Finds
 * them by links, paths, names and `Location`. `corrections` replaces what was found. Leaves out webhooks and operations
 * that cannot be read. The same arguments give the same graph.
 */
export function operationGraph(
  operations: readonly Operation[],
  corrections: GraphCorrections = {},
): readonly ProducedValue[] {
  const known = operations.filter(({ broken, isWebhooks }) => broken === undefined && isWebhooks !== true)
  return listPathValues(known).map((value) => {
    const named = corrections[value.key]
    const producers =
      named === undefined
        ? known.flatMap((operation) => producerOf(operation, value) ?? [])
        : known.flatMap((operation) => (named.includes(operation.id) ? [namedProducer(operation, value)] : []))
    const sorted = producers.toSorted((one, other) => rank(one) - rank(other))
    return { ...value, producers: sorted, ...(named === undefined ? {} : { isCorrected: true as const }) }
  })
}

/**
 * Returns the operations that can supply a path parameter's value. For an operation that writes, these are only
 * operations that create objects.
 */
export function producersFor({ method }: Pick<Operation, 'method'>, { producers }: ProducedValue): readonly Producer[] {
  return isSafeMethod(method) ? producers : producers.filter(({ kind }) => kind === 'create')
}

/** The rank of a producer. `create` comes first, because the gate is allowed to change objects that it created. */
function rank({ kind, relation }: Producer): number {
  const ofKind = { create: 0, link: 1, list: 2 }[kind]
  return ofKind * 3 + { collection: 0, part: 1, 'same-kind': 2 }[relation]
}

function namedProducer(operation: Operation, value: PathValue): Producer {
  const isCreate = operation.method === 'POST'
  return { operation, kind: isCreate ? 'create' : 'list', relation: relationOf(operation, value) ?? 'same-kind' }
}

function producerOf(operation: Operation, value: PathValue): Producer | undefined {
  if (isPathUnder(value.key, operation.path) || isEnumerated(value)) return undefined
  const relation = relationOf(operation, value)
  const isCreate = operation.method === 'POST' && relation === 'collection'
  if (linksTo(operation, value).length > 0) {
    return { operation, kind: isCreate ? 'create' : 'link', relation: relation ?? 'same-kind' }
  }
  if (relation === undefined || !['GET', 'POST'].includes(operation.method)) return undefined
  const isProducer = contains(operation, value, relation) || (isCreate && announcesLocation(operation))
  return isProducer ? { operation, kind: isCreate ? 'create' : 'list', relation } : undefined
}

/**
 * Returns the relation between the path of an operation and a path parameter. Returns undefined if they are not
 * related.
 */
function relationOf(operation: Operation, { collections, noun, key }: PathValue): Relation | undefined {
  const { plain, kind } = placeOf(operation)
  if (collections.includes(plain)) return 'collection'
  if (plain.endsWith('}')) return undefined
  const isPart = collections.some((collection) => plain.slice(0, plain.lastIndexOf('/')) === collection)
  if (isPart && !pathKeys(key).includes(plain)) return 'part'
  // Collections with the same name (`/photos/{id}/comments`, `/posts/{id}/comments`) count as different, unless one
  // path is below the other.
  const isBelow = collections.some((each) => each.startsWith(`${plain}/`))
  const isNestedElsewhere = !isBelow && collections.some((each) => each.includes('{')) && plain.includes('{')
  return kind === noun && !isNestedElsewhere ? 'same-kind' : undefined
}

/** Returns the path of an operation, and the kind of objects in its collection as a noun. Cached. */
function placeOf(operation: Operation): { readonly plain: string; readonly kind: string } {
  const known = places.get(operation)
  if (known !== undefined) return known
  const place = { plain: plainPath(operation.path), kind: collectionNoun(operation.path) }
  places.set(operation, place)
  return place
}

const places = new WeakMap<Operation, { readonly plain: string; readonly kind: string }>()

/** True if the response of an operation contains the id, or if the client chooses it and sends it in the body. */
function contains(operation: Operation, value: PathValue, relation: Relation): boolean {
  const shown = successSchemas(operation).map(sampleOf)
  if (shown.some((sample) => findIdentifiers(sample, value, relation).length > 0)) return true
  const isNamedIn = (body: Json): boolean =>
    findIdentifiers(body, { ...value, noun: '', suffix: [] }, 'part').length > 0
  const sent = operation.requestBody?.content.flatMap(({ schema }) => schema ?? []) ?? []
  if (operation.method === 'POST' && relation !== 'same-kind' && sent.some((schema) => isNamedIn(sampleOf(schema)))) {
    return true
  }
  // If no schema describes the whole response, the id may be in the undescribed part. This is assumed for operations
  // that create or list objects of this kind.
  const isGuess = relation === 'collection' || (relation === 'same-kind' && operation.method === 'GET')
  return isGuess && shown.every(isOpen)
}

/**
 * True if an object or array in the sample is not described by the schema. The response may then contain more
 * properties.
 */
function isOpen(sample: Json): boolean {
  if (isArray(sample)) return sample.length === 0 || sample.some(isOpen)
  if (!isObject(sample)) return sample === null
  const inside = Object.values(sample)
  return inside.length === 0 || inside.some((each) => (isArray(each) || isObject(each)) && isOpen(each))
}

function successSchemas({ responses }: Operation): Schema[] {
  return responses
    .filter(({ status }) => /^(2|default)/.test(status))
    .flatMap(({ content }) => content.flatMap(({ range, schema }) => (isJson(range) ? (schema ?? []) : [])))
}

function announcesLocation({ responses }: Operation): boolean {
  return responses.some(
    ({ status, headers }) => status.startsWith('2') && headers.some(({ name }) => name.toLowerCase() === 'location'),
  )
}
