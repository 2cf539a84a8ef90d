import { createRequire } from 'node:module'
import type * as JsonP3 from 'json-p3'
import type { JSONPathQuery, JSONValue } from 'json-p3'
import { isObject, type Json } from '../../json.ts'
import { pointer } from '../json-pointer.ts'

/** The keys and indexes from the root to a node. */
export type NodePath = readonly (string | number)[]

/** Compiles a JSONPath query. Throws an `Error` that describes the mistake. RFC 9535. */
export function compileQuery(text: string): JSONPathQuery {
  return library().compile(text)
}

/** Loads the library when the first query is compiled. Node.js loads CommonJS faster by `require` than by `import`. */
function library(): typeof JsonP3 {
  return load('json-p3') as typeof JsonP3
}

const load = createRequire(import.meta.url)

/** Returns the paths of all nodes that a query selects. Each path occurs once. */
export function selectNodes(query: JSONPathQuery, root: Json): NodePath[] {
  const found = query.query(root as JSONValue).locations()
  return [...new Map(found.map((path) => [pointer(...path), path])).values()]
}

/** A `$ref` that is the reason why a query selects nothing. */
export interface ReferenceOnTheWay {
  readonly pointer: string
  readonly reference: string
}

/**
 * JSONPath does not follow references, so a `$ref` may be the reason why a query selects nothing. Returns this `$ref`.
 * If there are several, returns the one that is reached with the most segments of the query.
 */
export function referenceOnTheWay(query: JSONPathQuery, root: Json): ReferenceOnTheWay | undefined {
  for (let length = query.segments.length - 1; length > 0; length -= 1) {
    const part = new (query.constructor as typeof JSONPathQuery)(query.environment, query.segments.slice(0, length))
    for (const { location, value } of part.query(root as JSONValue).nodes) {
      const reference = isObject(value as Json) ? (value as Record<string, Json>)['$ref'] : undefined
      if (typeof reference === 'string') return { pointer: pointer(...location), reference }
    }
  }
  return undefined
}
