import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A public OpenAPI document in a development dependency. */
export interface PublicDocument {
  readonly name: string
  readonly file: string
}

const EXAMPLES = 'node_modules/@readme/oas-examples'

/** Lists the public documents, each once: the JSON form if a document exists as JSON and as YAML. */
export function publicDocuments(): PublicDocument[] {
  const examples = ['3.0', '3.1'].flatMap((version) =>
    readdirSync(join(EXAMPLES, version, 'json'))
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file) => ({ name: `${version}-${basename(file, '.json')}`, file: join(EXAMPLES, version, 'json', file) })),
  )
  return [
    ...examples,
    { name: 'galaxy', file: 'node_modules/@scalar/galaxy/dist/3.1.yaml' },
    { name: 'blockfrost', file: 'node_modules/@blockfrost/openapi/openapi.yaml' },
    { name: 'figma', file: 'node_modules/@figma/rest-api-spec/openapi/openapi.yaml' },
  ]
}
