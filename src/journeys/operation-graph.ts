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

/** An operation whose response contains a value of a path parameter. */
export interface Producer {
  readonly operation: Operation
  /**
   * `create`: the operation makes a new object. `link`: in the document, its response has a link to an operation that
   * needs the value. `list`: its response contains objects that exist already.
   */
  readonly kind: 'create' | 'link' | 'list'
  readonly relation: Relation
}

/** A path value and the operations that produce it, the best first. */
export interface ProducedValue extends PathValue {
  readonly producers: readonly Producer[]
  /** True if the user listed the producers. */
  readonly isCorrected?: true
}

/** A correction of the graph by the user: for the key of a path value, the operations that produce it. */
export type GraphCorrections = Readonly<Record<string, readonly string[]>>

/**
 * Returns the graph of operations: for each path value, the operations whose responses contain it. The graph is
 * inferred from links, paths, names of parameters and properties, and `Location`. Webhooks and operations that cannot
 * be read are left out. A list in `corrections` replaces the inferred operations of its key. The same operations always
 * give the same graph.
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
 * Returns the producers that may give an operation its value. An operation that writes gets only objects that the gate
 * made itself, because it must not change other objects.
 */
export function producersFor({ method }: Pick<Operation, 'method'>, { producers }: ProducedValue): readonly Producer[] {
  return isSafeMethod(method) ? producers : producers.filter(({ kind }) => kind === 'create')
}

/** Producers of the kind `create` come first, because the gate may change objects that it made. */
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

/** Returns the relation between the path of an operation and a path value. Undefined if there is no relation. */
function relationOf(operation: Operation, { collections, noun, key }: PathValue): Relation | undefined {
  const { plain, kind } = placeOf(operation)
  if (collections.includes(plain)) return 'collection'
  if (plain.endsWith('}')) return undefined
  const isPart = collections.some((collection) => plain.slice(0, plain.lastIndexOf('/')) === collection)
  if (isPart && !pathKeys(key).includes(plain)) return 'part'
  // Collections with one name (`/photos/{id}/comments`, `/posts/{id}/comments`) differ unless one is below the other.
  const isBelow = collections.some((each) => each.startsWith(`${plain}/`))
  const isNestedElsewhere = !isBelow && collections.some((each) => each.includes('{')) && plain.includes('{')
  return kind === noun && !isNestedElsewhere ? 'same-kind' : undefined
}

/**
 * Returns the plain path of an operation and the noun of its collection. Caches the result, because it is needed for
 * every parameter.
 */
function placeOf(operation: Operation): { readonly plain: string; readonly kind: string } {
  const known = places.get(operation)
  if (known !== undefined) return known
  const place = { plain: plainPath(operation.path), kind: collectionNoun(operation.path) }
  places.set(operation, place)
  return place
}

const places = new WeakMap<Operation, { readonly plain: string; readonly kind: string }>()

/**
 * True if a response of the operation contains the value, or if the client chooses the value and sends it in the body.
 */
function contains(operation: Operation, value: PathValue, relation: Relation): boolean {
  const shown = successSchemas(operation).map(sampleOf)
  if (shown.some((sample) => findIdentifiers(sample, value, relation).length > 0)) return true
  const isNamedIn = (body: Json): boolean =>
    findIdentifiers(body, { ...value, noun: '', suffix: [] }, 'part').length > 0
  const sent = operation.requestBody?.content.flatMap(({ schema }) => schema ?? []) ?? []
  if (operation.method === 'POST' && relation !== 'same-kind' && sent.some((schema) => isNamedIn(sampleOf(schema)))) {
    return true
  }
  // If no schema describes the whole response, an operation that creates or lists such objects may return the value.
  const isGuess = relation === 'collection' || (relation === 'same-kind' && operation.method === 'GET')
  return isGuess && shown.every(isOpen)
}

/**
 * True if the schema of a sample does not describe the content of some object or array, so that a response may contain
 * more.
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
