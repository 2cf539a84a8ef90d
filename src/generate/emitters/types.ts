import * as library from 'openapi-typescript'
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript'
import { isArray, isObject, type Json } from '../../json.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { descriptionAt, docComment } from '../doc-comment.ts'
import { aliasFor, type NamedSchema } from '../named-schemas.ts'
import { readableTypes, renamed } from '../readable-types.ts'
import { selfContained } from '../self-contained.ts'

/**
 * The options of openapi-typescript that differ from their defaults. The main function of openapi-typescript is not
 * used: it loads Redocly.
 */
const OPTIONS = { silent: true, defaultNonNullable: false } as const

/**
 * Generates the TypeScript types of a document with openapi-typescript, and aliases for schemas and bodies. A `default`
 * does not make a field of a response required, because the server may ignore it.
 */
export async function emitTypes(api: Api, schemas: readonly NamedSchema[]): Promise<GeneratedFile> {
  const { astToString, resolveRef, scanDiscriminators, stringToAST, STRING, transformSchema, tsUnion } = library
  // Passes a copy: openapi-typescript modifies its input, and documents are frozen.
  const source = withObjectBranches(selfContained(api.document)) as unknown as OpenAPI3
  const [blob] = stringToAST('type Bytes = Blob') as unknown as readonly { readonly type: typeof STRING }[]
  // Bytes in a request get the type Blob. Bytes in a response stay a string, because the client reads a body as text.
  const transform: GlobalContext['transform'] = ({ type, format }, { path = '' }) =>
    type === 'string' && format === 'binary' && blob !== undefined && !path.includes('/responses/')
      ? tsUnion([STRING, blob.type])
      : undefined
  const context: Partial<GlobalContext> = {
    ...OPTIONS,
    discriminators: scanDiscriminators(source, OPTIONS),
    injectFooter: [],
    transform,
    resolve: (reference) => resolveRef(source, reference, { silent: true }),
  }
  const nodes = transformSchema(source, context as GlobalContext)
  const { text, aliases } = readableTypes(withPlainComments(astToString(nodes)), schemas)
  const declarations = schemas.map(({ name, type, address, body }) => {
    const lifted = aliases.get(type)
    const comment = lifted?.comment || docComment([descriptionAt(api.document, address) ?? body?.what ?? []].flat())
    const component = body === undefined ? undefined : aliasFor(body.schema, schemas)
    return `${comment}export type ${name} = ${lifted?.type ?? component ?? renamed(type, aliases)};\n`
  })
  return {
    path: `${api.name}/types.ts`,
    text: `${headerFor(api)}\n${text}\n${declarations.length > 0 ? '\n' : ''}${declarations.join('')}`,
  }
}

/**
 * Returns a copy in which no list of schemas contains a boolean, because openapi-typescript expects objects there. Their
 * types become `unknown`.
 */
function withObjectBranches(node: Json): Json {
  if (isArray(node)) return node.map(withObjectBranches)
  if (!isObject(node)) return node
  const members = Object.entries(node).map(([key, member]): [string, Json] => [
    key,
    /^(?:oneOf|anyOf|allOf)$/.test(key) && isArray(member)
      ? member.map((branch) => (typeof branch === 'boolean' ? {} : withObjectBranches(branch)))
      : withObjectBranches(member),
  ])
  return Object.fromEntries(members)
}

/** Removes the tags `@description`, because editors show the text of a tag apart from the comment. */
function withPlainComments(printed: string): string {
  return printed.trimEnd().replaceAll(/(?<=^ *(?:\/\*\*| \*) )@description /gm, '')
}
