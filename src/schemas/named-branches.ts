import { nodeOf } from './nodes/node-of.ts'
import type { Schema } from './schema.ts'

/** The branches of a choice by the values of its discriminator's property. OpenAPI 3.1.1 §4.8.25. */
export interface NamedBranches {
  readonly keyword: string
  readonly property: string
  /** Value of the property → index of the branch. */
  readonly byName: ReadonlyMap<string, number>
}

/** The named branches of a schema's own `oneOf` and `anyOf`. */
export function listNamedBranches(schema: Schema): NamedBranches[] {
  return nodeOf(schema, 'response').choices.flatMap(({ keyword, branches, discriminator }) => {
    if (discriminator === undefined) return []
    const byName = new Map([...discriminator.mapping].map(([name, branch]) => [name, branches.indexOf(branch)]))
    return [{ keyword: keyword.name, property: discriminator.property, byName }]
  })
}
