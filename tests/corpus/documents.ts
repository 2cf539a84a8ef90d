import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the path of a file in a package with third-party documents. Some packages do not export their files. */
function shipped(name: string, file: string): string {
  return join('node_modules', name, file)
}

/** Returns the path of a document of `@readme/oas-examples`, given version and name: `3.0/json/petstore.json`. */
export const example = (file: string): string => shipped('@readme/oas-examples', file)

/** The example document of Scalar: webhooks, several media types, and every kind of credentials. */
export const GALAXY = shipped('@scalar/galaxy', 'dist/3.1.yaml')

/** A blockchain API: 128 paths, unknown formats, ambiguous paths, binary strings. */
export const BLOCKFROST = shipped('@blockfrost/openapi', 'openapi.yaml')

/** The API of Figma: a tree of forty kinds of nodes, each of which may contain all others. */
export const FIGMA = shipped('@figma/rest-api-spec', 'openapi/openapi.yaml')

/**
 * Returns every OpenAPI 3.0 and 3.1 document of the packages, alternately as JSON and as YAML, which have the same
 * content.
 */
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
