import type { OpenAPI3 } from 'openapi-typescript'
import { ContractError } from '../../errors.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import type { NamedSchema } from '../named-schemas.ts'
import { selfContained } from '../self-contained.ts'

/**
 * Generates the TypeScript types of a document with openapi-typescript, and aliases for schemas and bodies. A `default`
 * does not make a field of a response required, because the server may ignore it.
 */
export async function emitTypes(api: Api, schemas: readonly NamedSchema[]): Promise<GeneratedFile> {
  const {
    default: openapiTypeScript,
    astToString,
    stringToAST,
    tsUnion,
    STRING,
  } = await import('openapi-typescript').catch(() => {
    throw new ContractError('package-missing', {
      what: 'openapi-typescript',
      next: 'npm install --save-dev openapi-typescript typescript@~5.9',
    })
  })
  // Passes a copy: openapi-typescript modifies its input, and documents are frozen.
  const source = structuredClone(selfContained(api.document)) as unknown as OpenAPI3
  const [blob] = stringToAST('type Bytes = Blob') as unknown as readonly { readonly type: typeof STRING }[]
  const nodes = await openapiTypeScript(source, {
    silent: true,
    defaultNonNullable: false,
    // Bytes in a request get the type Blob. Bytes in a response stay a string, because the client reads a body as text.
    transform: ({ type, format }, { path = '' }) =>
      type === 'string' && format === 'binary' && blob !== undefined && !path.includes('/responses/')
        ? tsUnion([STRING, blob.type])
        : undefined,
  })
  const aliases = schemas.map(({ name, type }) => `export type ${name} = ${type};\n`)
  return {
    path: `${api.name}/types.ts`,
    text: `${headerFor(api)}\n${astToString(nodes).trimEnd()}\n${aliases.length > 0 ? '\n' : ''}${aliases.join('')}`,
  }
}
