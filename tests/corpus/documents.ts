import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Returns the path of a file in a package of `node_modules`. Here `require.resolve` would fail, because some packages
 * do not export their documents.
 */
function shipped(name: string, file: string): string {
  return join('node_modules', name, file)
}

/**
 * Returns the path of an example document of `@readme/oas-examples`. `file` is version and name, such as
 * `3.0/json/petstore.json`.
 */
export const example = (file: string): string => shipped('@readme/oas-examples', file)

/** Scalar's example document. It has webhooks, several media types, and every kind of credentials. */
export const GALAXY = shipped('@scalar/galaxy', 'dist/3.1.yaml')

/** The document of a blockchain API. It has 128 paths, unknown formats, ambiguous paths and binary strings. */
export const BLOCKFROST = shipped('@blockfrost/openapi', 'openapi.yaml')

/** The document of Figma's API. It has a tree with forty kinds of nodes. A node can contain nodes of every kind. */
export const FIGMA = shipped('@figma/rest-api-spec', 'openapi/openapi.yaml')

/**
 * Returns every OpenAPI 3.0 and 3.1 document of the packages, each once. Most of these documents exist as JSON and as
 * YAML. For these, uses the JSON file and the YAML file alternately.
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
