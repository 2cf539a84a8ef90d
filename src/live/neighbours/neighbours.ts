import type { CompiledRule } from '../../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * The content of `specs/<api>/neighbours.yaml`: further operations of the vendor, with which the gate finds and reads
 * fixtures.
 */
export interface Neighbours {
  readonly file: string
  /** Settings that `live init` writes into the configuration. */
  readonly connection: ConnectionHints
  /** The operation that lists the vendor's objects, for `live list`. */
  readonly list?: ListUse
  readonly states: ReadonlyMap<string, StateUse>
}

/** Facts for the connection to the vendor that the document does not contain. */
export interface ConnectionHints {
  readonly tokenUrl?: string
  readonly scope?: string
  /** The required headers. Each value names the source of the requirement. */
  readonly headers?: Readonly<Record<string, string>>
  /** Path parameters that have the same value for all fixtures. */
  readonly path?: readonly string[]
  /** Values that the gate cannot read from the server, with descriptions for the user. */
  readonly given?: Readonly<Record<string, string>>
}

/** An operation that returns a list. */
export interface ListUse {
  readonly operation: Operation
  /** The JSON Pointer of the list in the response. */
  readonly items: string
  /** The query of the request. It may contain placeholders such as `{ $state: id }`. */
  readonly query: JsonObject
  /** The properties that `live list` prints. */
  readonly show: readonly string[]
}

/** How a live run finds, reads and changes an object for a provider state. */
export interface StateUse {
  /** The keys that a fixture must list under `path`. */
  readonly address: readonly string[]
  /** Default path values. A fixture may override them under `path`. */
  readonly path: JsonObject
  /** Further default path values for requests with bad credentials, which need no real object. */
  readonly anywhere: JsonObject
  readonly read?: ReadUse
  readonly lookups: ReadonlyMap<string, LookupUse>
  readonly create?: CreateUse
  readonly remove?: { readonly operation: Operation; readonly becomes: JsonObject }
  /** For each parameter of the state, the rule that computes its value from the object. */
  readonly parameters: ReadonlyMap<string, CompiledRule>
  /** The parameters that may have any value. */
  readonly lenient: readonly string[]
  /**
   * For each parameter, values that the server may exchange by itself. A case that needs one of them accepts the
   * others.
   */
  readonly alike: ReadonlyMap<string, readonly Json[]>
  /** The parameters whose values are time zones. */
  readonly zones: readonly string[]
  /** Fields that move only forward through a list of values, such as a status. Each list is in this order. */
  readonly oneWay: ReadonlyMap<string, readonly Json[]>
  readonly values: ReadonlyMap<string, CompiledRule>
  readonly given: ReadonlyMap<string, CompiledRule>
}

/** How to read an object: from the whole response or, with `items`, from a list in the response. */
export interface ReadUse {
  readonly operation: Operation
  readonly query: JsonObject
  readonly items?: string
  /** The properties that identify an item of the list, each with the key under `path` that has the same value. */
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
  /** Keys that the configuration must set. */
  readonly needs: readonly string[]
  /** The body of the request. It may contain placeholders such as `{ $state: id }` and `{ $time: P1D }`. */
  readonly body: JsonObject
  /** The keys under `path`, each with the JSON Pointer of its value in the response. */
  readonly address: Readonly<Record<string, string>>
}
