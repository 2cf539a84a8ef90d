import { nodeOf } from './nodes/node-of.ts'
import type { Schema } from './schema.ts'

/** The branches of a `oneOf` or `anyOf` that a discriminator can select. OpenAPI 3.1.1 §4.8.25. */
export interface NamedBranches {
  readonly keyword: string
  readonly property: string
  /** For each value of the discriminator's property, the index of the branch that it selects. */
  readonly byName: ReadonlyMap<string, number>
}

/** Returns the branches that a discriminator can select, for each `oneOf` and `anyOf` of a schema. */
export function listNamedBranches(schema: Schema): NamedBranches[] {
  return nodeOf(schema, 'response').choices.flatMap(({ keyword, branches, discriminator }) => {
    if (discriminator === undefined) return []
    const byName = new Map([...discriminator.mapping].map(([name, branch]) => [name, branches.indexOf(branch)]))
    return [{ keyword: keyword.name, property: discriminator.property, byName }]
  })
}
