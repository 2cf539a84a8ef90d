import type { CompiledRule } from '../../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/**
 * The content of `specs/<api>/neighbours.yaml`: additional operations of the vendor, with which the gate finds and
 * reads fixtures.
 */
export interface Neighbours {
  readonly file: string
  /** The connection settings that `live init` writes into the configuration. */
  readonly connection: ConnectionHints
  /** The operation that lists the vendor's objects, for `live list`. */
  readonly list?: ListUse
  readonly states: ReadonlyMap<string, StateUse>
}

/** Facts about the connection to the vendor's server. The document does not contain them. */
export interface ConnectionHints {
  readonly tokenUrl?: string
  readonly scope?: string
  /** The required headers by name. The value is the source of the requirement, such as a page of the vendor. */
  readonly headers?: Readonly<Record<string, string>>
  /** Path parameters that have the same value for all fixtures. */
  readonly path?: readonly string[]
  /** The values that the gate cannot read from the server, each with a description for the user. */
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

/** The way in which a live run finds, reads and changes an object for a provider state. */
export interface StateUse {
  /** The keys that a fixture must list under `path`. */
  readonly address: readonly string[]
  /** Default path values. A fixture may override them under `path`. */
  readonly path: JsonObject
  /** Further default path values for requests with bad credentials. They need not be values of an existing object. */
  readonly anywhere: JsonObject
  readonly read?: ReadUse
  readonly lookups: ReadonlyMap<string, LookupUse>
  readonly create?: CreateUse
  readonly remove?: { readonly operation: Operation; readonly becomes: JsonObject }
  /** For each parameter of the state, the rule that computes the value of the parameter from the object. */
  readonly parameters: ReadonlyMap<string, CompiledRule>
  /** The parameters that can have any value, whatever a case requires. */
  readonly lenient: readonly string[]
  /**
   * For each parameter of the state, values that the server may replace with one another, even if no request asks for
   * it. A case that requires one of these values accepts the others too.
   */
  readonly alike: ReadonlyMap<string, readonly Json[]>
  /** The parameters whose values are time zones. */
  readonly zones: readonly string[]
  /**
   * Fields that go through a list of values and cannot go back, such as a status. The list has the values in this
   * order.
   */
  readonly oneWay: ReadonlyMap<string, readonly Json[]>
  readonly values: ReadonlyMap<string, CompiledRule>
  readonly given: ReadonlyMap<string, CompiledRule>
}

/** The way to read an object: from the whole response or, if `items` is set, from a list in the response. */
export interface ReadUse {
  readonly operation: Operation
  readonly query: JsonObject
  readonly items?: string
  /**
   * Selects the item to read. Each key is a property of the item, and its value is the name of a path value. The property
   * must equal this path value: `{ id: appointmentId }` selects the item whose `id` is the path value `appointmentId`.
   */
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
  /** The keys that the user must set in the configuration. */
  readonly needs: readonly string[]
  /** The body of the request. It may contain placeholders such as `{ $state: id }` and `{ $time: P1D }`. */
  readonly body: JsonObject
  /** For each key under `path`: the JSON Pointer of its value in the response that creates the object. */
  readonly address: Readonly<Record<string, string>>
}
