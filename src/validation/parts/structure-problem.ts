import type { JsonObject } from '../../json.ts'

/** Something in a document that OpenAPI forbids. `field` is the wrong key of the object, if there is one. */
export interface StructureProblem {
  readonly field?: string
  readonly message: string
  /** True if all tools still understand the object. A run then need not stop. */
  readonly isOptional?: true
}

/** An object, its path in the document, and the minor version of OpenAPI, such as 1 for 3.1. */
export interface StructurePlace {
  readonly path: readonly string[]
  readonly value: JsonObject
  readonly minor: number
}

/** Matches valid names of HTTP methods and headers. RFC 9110 §5.6.2. */
export const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** Reports an object with two keys that exclude each other. */
export function both(value: JsonObject, name: string, one: string, other: string): StructureProblem[] {
  if (value[one] === undefined || value[other] === undefined) return []
  return [{ message: `\`${name}\` has both \`${one}\` and \`${other}\`` }]
}

/** Reports an object with `example` and `examples`, of which tools use only one. OpenAPI 3.1.1 §4.8.12, §4.8.14. */
export function twoKindsOfExamples(value: JsonObject, name: string): StructureProblem[] {
  return both(value, name, 'example', 'examples').map((problem) => ({ ...problem, isOptional: true }))
}
