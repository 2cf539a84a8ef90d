import type { JsonObject } from '../../json.ts'

/** A place of a document that OpenAPI forbids. `field` is the key inside the object, if one key is wrong. */
export interface StructureProblem {
  readonly field?: string
  readonly message: string
  /** True if all tools read the object in the same way, although OpenAPI forbids it. A run then need not stop. */
  readonly isOptional?: true
}

/** A place of a document: an object, the path to it, and the minor version of OpenAPI, such as 1 for 3.1. */
export interface StructurePlace {
  readonly path: readonly string[]
  readonly value: JsonObject
  readonly minor: number
}

/** A name that HTTP allows for a method or a header. RFC 9110 §5.6.2. */
export const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** Reports that an object has two keys of which OpenAPI allows only one. */
export function both(value: JsonObject, name: string, one: string, other: string): StructureProblem[] {
  if (value[one] === undefined || value[other] === undefined) return []
  return [{ message: `\`${name}\` has both \`${one}\` and \`${other}\`` }]
}

/** Reports `example` beside `examples`. All tools then use one of the two. OpenAPI 3.1.1 §4.8.12, §4.8.14. */
export function twoKindsOfExamples(value: JsonObject, name: string): StructureProblem[] {
  return both(value, name, 'example', 'examples').map((problem) => ({ ...problem, isOptional: true }))
}
