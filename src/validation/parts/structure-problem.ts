import type { JsonObject } from '../../json.ts'

/** A part of a document that OpenAPI does not allow. If one key of an object is wrong, `field` is this key. */
export interface StructureProblem {
  readonly field?: string
  readonly message: string
  /** True if all tools understand the object in spite of the problem, so that a run need not stop. */
  readonly isOptional?: true
}

/** An object and its path in the document. `minor` is the minor version of OpenAPI, such as 1 for 3.1. */
export interface StructurePlace {
  readonly path: readonly string[]
  readonly value: JsonObject
  readonly minor: number
}

/** Matches valid names of HTTP methods and of headers. RFC 9110 §5.6.2. */
export const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** Reports an object that has both of two keys, although OpenAPI allows only one of them. */
export function both(value: JsonObject, name: string, one: string, other: string): StructureProblem[] {
  if (value[one] === undefined || value[other] === undefined) return []
  return [{ message: `\`${name}\` has both \`${one}\` and \`${other}\`` }]
}

/**
 * Reports an object that has both `example` and `examples`, because tools use only one of them. OpenAPI 3.1.1 §4.8.12,
 * §4.8.14.
 */
export function twoKindsOfExamples(value: JsonObject, name: string): StructureProblem[] {
  return both(value, name, 'example', 'examples').map((problem) => ({ ...problem, isOptional: true }))
}
