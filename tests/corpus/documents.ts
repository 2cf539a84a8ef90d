import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a package that ships documents of other people. Not every one of them exports its files. */
function shipped(name: string, file: string): string {
  return join('node_modules', name, file)
}

/** A document of `@readme/oas-examples`, by version and name: `3.0/json/petstore.json`. */
export const example = (file: string): string => shipped('@readme/oas-examples', file)

/** Scalar's own, which has webhooks, several media types and every kind of credentials. */
export const GALAXY = shipped('@scalar/galaxy', 'dist/3.1.yaml')

/** A blockchain API: 128 paths, unknown formats, ambiguous paths, binary strings. */
export const BLOCKFROST = shipped('@blockfrost/openapi', 'openapi.yaml')

/** Figma's: a tree of forty kinds of nodes, of which each may hold every other. */
export const FIGMA = shipped('@figma/rest-api-spec', 'openapi/openapi.yaml')

/** Every OpenAPI 3.0 and 3.1 document that the packages ship, JSON and YAML in turn: their contents are the same. */
export function allDocuments(): string[] {
  const examples = ['3.0', '3.1'].flatMap((version) =>
    readdirSync(example(`${version}/json`))
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file, index) =>
        example(index % 2 === 0 ? `${version}/json/${file}` : `${version}/yaml/${file.replace('.json', '.yaml')}`),
      ),
  )
  return [...examples, GALAXY, BLOCKFROST, FIGMA]
}
