import type { Case } from '../../cases/case.ts'
import type { Execution } from '../../evidence/execution.ts'
import { isLost } from '../../evidence/lost-resource.ts'
import { producersFor, type ProducedValue, type Producer } from '../../journeys/operation-graph.ts'
import { itemCreators } from '../../journeys/item-creators.ts'
import { isPathUnder, pathKeys, plainPath } from '../../journeys/path-value.ts'
import { isSameTemplate } from '../../journeys/same-template.ts'
import { asText, stringifyJson, type Json, type JsonObject } from '../../json.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation } from '../../operations/operation.ts'
import { basicCases, pathNames } from './basic-cases.ts'
import { identifiersIn } from './identifiers-in.ts'
import type { OwnReferences } from '../complete/own-references.ts'
import { makeChosen } from './make-chosen.ts'
import { makeObjects } from './make-object.ts'

/** The source of a path parameter's value: the operation whose response contained the value. */
export interface ValueSource {
  readonly value: ProducedValue
  readonly from: Operation
  readonly kind: Producer['kind']
}

/** An object that the gate created to get its id. */
export interface MadeObject {
  readonly value: ProducedValue
  readonly by: Operation
  /** The values of all path parameters up to the id of the object. */
  readonly path: JsonObject
  /** The body of the request that created the object. */
  readonly sent: Json | undefined
  /**
   * The ids that were in the collection before the gate created the object. They belong to objects that the gate did
   * not create.
   */
  readonly before: ReadonlySet<string>
}

/** The path values that came from responses, by the operation that uses them. */
export interface GatheredValues {
  readonly values: ReadonlyMap<Operation, JsonObject>
  readonly sources: readonly ValueSource[]
  /** The created objects, in the order of creation. */
  readonly made: readonly MadeObject[]
  /** Created objects that are no longer at their paths, although the run did not delete them. */
  readonly lost: ReadonlySet<MadeObject>
  /**
   * If an update removed a created object from its path, creates a replacement and uses the id of the replacement from
   * then on. Returns the new objects. Creates at most five replacements per path.
   */
  replaceLost(execution: Execution): Promise<readonly MadeObject[]>
}

/** The result of a run that takes no path values from responses. */
export const NOTHING_GATHERED: GatheredValues = {
  values: new Map(),
  sources: [],
  made: [],
  lost: new Set(),
  replaceLost: () => Promise.resolve([]),
}

/** The maximum number of times that lost objects of one path are replaced. */
const MOST_REPLACEMENTS = 5

export interface Gathering {
  readonly graph: readonly ProducedValue[]
  /** The operations that need path values. Default: all. */
  readonly wanted?: ReadonlySet<Operation>
  /** A short text of letters and digits that differs in each run. */
  readonly unique: string
  /**
   * Stores the ids of created objects, for bodies and queries that refer to them. Before a case that needs such an
   * object, the gate creates the object.
   */
  readonly references?: OwnReferences
  /** Sends a case with the given path values. */
  send(aCase: Case, path: JsonObject): Promise<Execution>
  /** Returns path values for an operation whose client chooses the id. Default: no values. */
  chosenFor?(operation: Operation): JsonObject | undefined
  /** Returns the path values from the document. They are used if no value was found in responses. */
  inDocument(operation: Operation): JsonObject
}

/**
 * Where an id may come from. `own`: only from an object that the gate created. `existing`: from an object that was
 * already on the server. A write gets only ids of `own` objects.
 */
type Ownership = 'own' | 'existing'

/**
 * Finds values for the path parameters that have no value in the plan. First tries to create an object and to use its
 * id. If this fails and the operation only reads, takes an id from a list or a link. Creates each object and requests
 * each list only once.
 */
export async function gatherValues(cases: readonly Case[], by: Gathering): Promise<GatheredValues> {
  const basic = new Map(basicCases(cases).map((aCase) => [aCase.operation, aCase]))
  const values = new Map<Operation, JsonObject>()
  const finder = valueFinder(basic, by)
  const replaced = new Map<string, number>()
  async function settle(operation: Operation): Promise<void> {
    const lacking = lackingNames(operation, basic)
    if (lacking.length === 0 || by.wanted?.has(operation) === false) return
    const own = await finder.pathFor(operation, 'own')
    const found =
      own ??
      (isSafeMethod(operation.method)
        ? ((await finder.pathFor(operation, 'existing')) ?? (await finder.beginningFor(operation)))
        : undefined)
    const path = { ...by.inDocument(operation), ...by.chosenFor?.(operation), ...found }
    if (lacking.some((name) => path[name] !== undefined))
      values.set(
        operation,
        Object.fromEntries(lacking.flatMap((name) => (path[name] === undefined ? [] : [[name, path[name]]]))),
      )
  }
  for (const { operation } of basic.values()) await settle(operation)
  return {
    values,
    sources: finder.sources,
    made: finder.made,
    lost: finder.lost,
    async replaceLost(execution) {
      const key = plainPath(execution.case.operation.path)
      const count = replaced.get(key) ?? 0
      if (!isLost(execution) || count >= MOST_REPLACEMENTS || !finder.lose(key, execution.sent?.path ?? {})) return []
      replaced.set(key, count + 1)
      const before = finder.made.length
      for (const operation of [...values.keys()].filter(({ path }) => pathKeys(path).includes(key)))
        await settle(operation)
      return finder.made.slice(before)
    },
  }
}

function pathNamesIn(key: string): string[] {
  return pathKeys(key).map((each) => each.slice(each.lastIndexOf('{') + 1, -1))
}

function lackingNames(operation: Operation, basic: ReadonlyMap<Operation, Case>): string[] {
  const { path = {} } = basic.get(operation)?.send ?? {}
  return pathNames(operation).filter((name) => path[name] === undefined)
}

interface ValueFinder {
  readonly sources: readonly ValueSource[]
  readonly made: readonly MadeObject[]
  readonly lost: ReadonlySet<MadeObject>
  /**
   * Removes the ids of a created object, and of the objects below its path, from the known values. Returns false if the
   * gate did not create the object.
   */
  lose(key: string, path: JsonObject): boolean
  /**
   * Returns values for those path parameters of an operation that have no value in the plan. Returns undefined if no
   * value was found for one of them.
   */
  pathFor(operation: Operation, ownership: Ownership): Promise<JsonObject | undefined>
  /**
   * Returns values for the path parameters of a read. Goes from left to right and ends before the first parameter whose
   * value is unknown.
   */
  beginningFor(operation: Operation): Promise<JsonObject | undefined>
}

function valueFinder(basic: ReadonlyMap<Operation, Case>, { graph, unique, references, send }: Gathering): ValueFinder {
  const byKey = new Map(graph.map((value) => [value.key, value]))
  const known = new Map<string, JsonObject | undefined>()
  const sources: ValueSource[] = []
  const made: MadeObject[] = []
  const lost = new Set<MadeObject>()
  let losses = 0
  const responses = new Map<string, Execution>()
  /** Objects that POSTs returned although they may have existed before. The key is the path template of the object. */
  const shown = new Map<string, { readonly path: JsonObject; readonly from: Operation }>()

  async function pathFor(operation: Operation, ownership: Ownership): Promise<JsonObject | undefined> {
    const lacking = lackingNames(operation, basic)
    let path: JsonObject = {}
    for (const key of pathKeys(operation.path).toReversed()) {
      const value = byKey.get(key)
      if (value === undefined || !lacking.includes(value.name) || path[value.name] !== undefined) continue
      const found = await find(value, ownership)
      if (found === undefined) return undefined
      path = { ...found, ...path }
    }
    return lacking.every((name) => path[name] !== undefined) ? path : undefined
  }

  async function beginningFor(operation: Operation): Promise<JsonObject | undefined> {
    for (const key of pathKeys(operation.path).toReversed()) {
      const value = byKey.get(key)
      const found = value && ((await find(value, 'own')) ?? (await find(value, 'existing')))
      if (found !== undefined) return found
    }
    return undefined
  }

  function lose(key: string, path: JsonObject): boolean {
    const isOf = (each: MadeObject): boolean =>
      isPathUnder(key, each.value.key) &&
      pathNamesIn(key).every((name) => asText(each.path[name] ?? null) === asText(path[name] ?? null))
    if (!made.some((each) => each.value.key === key && isOf(each))) return false
    losses += 1
    for (const each of made.filter(isOf)) lost.add(each)
    for (const each of graph.filter((value) => isPathUnder(key, value.key))) {
      known.delete(`own ${each.key}`)
      known.delete(`existing ${each.key}`)
      const first = sources.findIndex(({ value }) => value === each)
      if (first >= 0) sources.splice(first, 1)
    }
    return true
  }

  /** Returns a text that makes new objects unique. After the loss of an object, the function returns another text. */
  function freshText(): string {
    return losses === 0 ? unique : `${unique}r${losses}`
  }

  /**
   * Finds a value for the path parameter that `value` describes. Returns this value, and the values of all path
   * parameters before this parameter.
   */
  async function find(value: ProducedValue, ownership: Ownership): Promise<JsonObject | undefined> {
    const key = `${ownership} ${value.key}`
    if (known.has(key)) return known.get(key)
    // During the search, the value counts as not found, so that a search that needs its own result ends.
    known.set(key, undefined)
    const writes = ownership === 'own'
    for (const producer of producersFor({ method: writes ? 'POST' : 'GET' }, value)) {
      const aCase = basic.get(producer.operation)
      if (aCase === undefined || (producer.kind === 'create') !== writes) continue
      const above =
        (await pathFor(producer.operation, ownership)) ??
        (writes ? undefined : await pathFor(producer.operation, 'own'))
      if (above === undefined) continue
      const paths = writes
        ? await make(aCase, producer, value, above)
        : (await list(aCase, producer, value, above)).map((id) => ({
            ...aCase.send.path,
            ...above,
            [value.name]: id,
          }))
      const [path] = paths
      if (path === undefined) continue
      known.set(key, path)
      sources.push({ value, from: producer.operation, kind: producer.kind })
      return path
    }
    if (writes) return chosen(value, key)
    const response = shown.get(value.key)
    if (response === undefined) return undefined
    known.set(key, response.path)
    sources.push({ value, from: response.from, kind: 'link' })
    return response.path
  }

  /** Creates an object with an id that the gate chooses. Returns the path values of the object. */
  async function chosen(value: ProducedValue, key: string): Promise<JsonObject | undefined> {
    if (itemCreators(value).length === 0) return undefined
    let above: JsonObject = {}
    const lacking = new Set(itemCreators(value).flatMap((each) => lackingNames(each, basic)))
    for (const parent of pathKeys(value.key).slice(0, -1).toReversed()) {
      const of = byKey.get(parent)
      if (of === undefined || !lacking.has(of.name) || above[of.name] !== undefined) continue
      above = { ...(await find(of, 'own')), ...above }
    }
    const object = await makeChosen(value, above, { basic, unique: freshText(), send })
    if (object === undefined) return undefined
    known.set(key, object.path)
    made.push({ value, by: object.by, path: object.path, sent: object.sent, before: new Set() })
    sources.push({ value, from: object.by, kind: 'create' })
    references?.add(value, object.path[value.name] ?? null)
    return object.path
  }

  async function list(aCase: Case, producer: Producer, value: ProducedValue, above: JsonObject): Promise<Json[]> {
    const key = stringifyJson([aCase.path, above])
    const execution = responses.get(key) ?? (await send(aCase, above))
    responses.set(key, execution)
    return identifiersIn(execution, producer, value)
  }

  async function make(aCase: Case, producer: Producer, value: ProducedValue, above: JsonObject): Promise<JsonObject[]> {
    for (const other of references?.in(aCase) ?? []) await find(other, 'own')
    const before = await idsBefore(value, above)
    // Two path parameters may mean objects of the same collection, as in `/pets/{id}` and `/pets/{petId}/toys`. Each
    // parameter then gets its own object, with its own unique text.
    const same = graph.filter(({ key }) => isSameTemplate(key, value.key)).indexOf(value)
    const own = same > 0 ? `${freshText()}n${same}` : freshText()
    const result = await makeObjects(aCase, producer, value, above, { graph, basic, unique: own, before, send })
    for (const { path, sent } of result.made)
      made.push({ value, by: producer.operation, path, sent, before: before ?? new Set() })
    const [first] = result.made
    if (first !== undefined) references?.add(value, first.path[value.name] ?? null)
    if (result.shown !== undefined) shown.set(value.key, { path: result.shown, from: producer.operation })
    return result.made.map(({ path }) => path)
  }

  /** Returns the ids that a collection contains before the gate creates an object in it. */
  async function idsBefore(value: ProducedValue, above: JsonObject): Promise<ReadonlySet<string> | undefined> {
    const lister = value.producers.find(({ kind, relation }) => kind === 'list' && relation === 'collection')
    const aCase = lister && basic.get(lister.operation)
    if (lister === undefined || aCase === undefined) return undefined
    return new Set((await list(aCase, lister, value, above)).map((each) => asText(each)))
  }

  return { sources, made, lost, lose, pathFor, beginningFor }
}
