import { compile, type JSONPathQuery, type JSONValue } from 'json-p3'
import { isObject, type Json } from '../../json.ts'
import { pointer } from '../json-pointer.ts'

/** Where a node is: the keys and indexes that lead to it from the root. */
export type Path = readonly (string | number)[]

/** The query of a JSONPath text. Throws an `Error` that says what is wrong with it. RFC 9535. */
export function compileQuery(text: string): JSONPathQuery {
  return compile(text)
}

/** The paths of the nodes that a query selects, each once. */
export function selectNodes(query: JSONPathQuery, root: Json): Path[] {
  const found = query.query(root as JSONValue).locations()
  return [...new Map(found.map((path) => [pointer(...path), path])).values()]
}

/** A reference on the way to a target that selects nothing. */
export interface ReferenceOnTheWay {
  readonly pointer: string
  readonly reference: string
}

/** The last `$ref` object that a part of the query selects: what it refers to is not below it. */
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
