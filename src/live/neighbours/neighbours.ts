import type { CompiledRule } from '../../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * The content of `specs/<api>/neighbours.yaml`: other operations of the vendor, and how the gate finds and reads
 * fixtures with them.
 */
export interface Neighbours {
  readonly file: string
  /** Facts about the connection. `live init` writes them into the configuration. */
  readonly connection: ConnectionHints
  /** The operation that lists the vendor's objects. `live list` shows them to the person who chooses fixtures. */
  readonly list?: ListUse
  readonly states: ReadonlyMap<string, StateUse>
}

/** Facts about the connection to the vendor that the document does not contain. */
export interface ConnectionHints {
  readonly tokenUrl?: string
  readonly scope?: string
  /** The required headers, by name. The value says which source requires the header. */
  readonly headers?: Readonly<Record<string, string>>
  /** The names of path parameters that have the same value for all fixtures. */
  readonly path?: readonly string[]
  /** Values that the gate cannot read from the server, by name, each with a description. */
  readonly given?: Readonly<Record<string, string>>
}

/** An operation whose response contains a list. */
export interface ListUse {
  readonly operation: Operation
  /** The JSON Pointer of the list in the response. */
  readonly items: string
  /** The query parameters of the request. They may contain values such as `{ $state: id }`. */
  readonly query: JsonObject
  /** The properties that `live list` shows for each object. */
  readonly show: readonly string[]
}

/** The operations and rules with which a live run finds, reads and changes an object in a provider state. */
export interface StateUse {
  /** The keys that a fixture must have under `path`. */
  readonly address: readonly string[]
  /** Default path values. A value under `path` of a fixture overrides them. */
  readonly path: JsonObject
  /** Default path values that only requests with bad credentials use, in addition to those in `path`. */
  readonly anywhere: JsonObject
  readonly read?: ReadUse
  readonly lookups: ReadonlyMap<string, LookupUse>
  readonly create?: CreateUse
  readonly remove?: { readonly operation: Operation; readonly becomes: JsonObject }
  /** For each parameter of the state that the object shows, the rule that computes its value. */
  readonly parameters: ReadonlyMap<string, CompiledRule>
  /** The parameters for which a fixture may have any value. */
  readonly lenient: readonly string[]
  /**
   * For each parameter, a list of values that the server may replace by each other on its own. If no fixture has the
   * value that a case needs, a fixture with another value of the list is used.
   */
  readonly alike: ReadonlyMap<string, readonly Json[]>
  /** The names of the parameters whose values are time zones. */
  readonly zones: readonly string[]
  /**
   * The one-way fields. Their values cannot be set back; they are listed in the order in which an object can take them.
   */
  readonly oneWay: ReadonlyMap<string, readonly Json[]>
  readonly values: ReadonlyMap<string, CompiledRule>
  readonly given: ReadonlyMap<string, CompiledRule>
}

/**
 * The way to read an object. The object is the whole response or, if `items` is set, an item of the list in the
 * response.
 */
export interface ReadUse {
  readonly operation: Operation
  readonly query: JsonObject
  readonly items?: string
  /** The properties of an item that identify the object, each with the key under `path` that has the same value. */
  readonly where: Readonly<Record<string, string>>
}

export interface LookupUse {
  readonly operation: Operation
  readonly items: string
  readonly key: string
  readonly value: string
}

export interface CreateUse {
  readonly operation: Operation
  /** The keys that the configuration must provide. */
  readonly needs: readonly string[]
  /** The body of the request. It may contain values such as `{ $state: id }` and `{ $time: P1D }`. */
  readonly body: JsonObject
  /** The keys under `path`, each with the JSON Pointer of its value in the response. */
  readonly address: Readonly<Record<string, string>>
}
