import type { CompiledRule } from '../../invariants/compile-rule.ts'
import type { Json, JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'

/** `specs/<api>/neighbours.yaml`: other operations of the vendor, and how fixtures are found with them. */
export interface Neighbours {
  readonly file: string
  /** What `live init` writes about the connection. */
  readonly connection: ConnectionHints
  /** Operations that list the vendor's objects, for a person who chooses fixtures. */
  readonly list?: ListUse
  readonly states: ReadonlyMap<string, StateUse>
}

/** What is known of the connection to the vendor, beside the document. */
export interface ConnectionHints {
  readonly tokenUrl?: string
  readonly scope?: string
  /** Header → who says that it is needed. */
  readonly headers?: Readonly<Record<string, string>>
  /** Path parameters that all fixtures share. */
  readonly path?: readonly string[]
  /** Facts that cannot be read, each with its meaning. */
  readonly given?: Readonly<Record<string, string>>
}

/** A list in the response of an operation. */
export interface ListUse {
  readonly operation: Operation
  /** JSON Pointer of the list in the response. */
  readonly items: string
  /** May contain `$state` literals. */
  readonly query: JsonObject
  /** The properties to show. */
  readonly show: readonly string[]
}

/** How a live run gets the provider state. */
export interface StateUse {
  /** What a fixture must give under `path`. */
  readonly address: readonly string[]
  /** Defaults of the address. */
  readonly path: JsonObject
  /** More defaults, for requests with bad credentials. */
  readonly anywhere: JsonObject
  readonly read?: ReadUse
  readonly lookups: ReadonlyMap<string, LookupUse>
  readonly create?: CreateUse
  readonly remove?: { readonly operation: Operation; readonly becomes: JsonObject }
  /** Parameters of the state that the object shows. */
  readonly parameters: ReadonlyMap<string, CompiledRule>
  /** Parameters in which any fixture will do. */
  readonly lenient: readonly string[]
  /** Parameters that are time zones. */
  readonly zones: readonly string[]
  /** Values of request fields that cannot be taken back, in the order in which an object takes them. */
  readonly oneWay: ReadonlyMap<string, readonly Json[]>
  readonly values: ReadonlyMap<string, CompiledRule>
  readonly given: ReadonlyMap<string, CompiledRule>
}

/** Reads an object: the response, or an item of the list in it. */
export interface ReadUse {
  readonly operation: Operation
  readonly query: JsonObject
  readonly items?: string
  /** Property of an item → the part of the address that it equals. */
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
  /** Keys that the configuration must give. */
  readonly needs: readonly string[]
  /** May contain `$state` and `$time` literals. */
  readonly body: JsonObject
  /** Part of the address → JSON Pointer into the response. */
  readonly address: Readonly<Record<string, string>>
}
