import * as library from 'openapi-typescript'
import type { GlobalContext, OpenAPI3 } from 'openapi-typescript'
import { pointer } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { descriptionAt, docComment } from '../doc-comment.ts'
import { isInt64Schema } from '../int64.ts'
import { aliasFor, type NamedSchema } from '../prepare/named-schemas.ts'
import { readableTypes, renamed } from '../readable-types.ts'

/** Options of openapi-typescript that are set to other values than their defaults. */
const OPTIONS = { silent: true, defaultNonNullable: false } as const

/**
 * Generates the TypeScript types of a document, and aliases for its schemas and bodies. A `default` does not make a
 * response field required, because the server may ignore the default. In `root`, every reference must lead to a
 * component of the same document.
 */
export async function emitTypes(api: Api, root: JsonObject, schemas: readonly NamedSchema[]): Promise<GeneratedFile> {
  const { astToString, resolveRef, scanDiscriminators, stringToAST, NULL, STRING, transformSchema, tsUnion } = library
  // openapi-typescript changes its input, but documents are frozen. For this reason it gets a copy.
  const source = forTypes(root, componentNames(root)) as unknown as OpenAPI3
  const [blob] = stringToAST('type Bytes = Blob') as unknown as readonly { readonly type: typeof STRING }[]
  // In a request, binary data has the type `string | Blob`. In a response it is a string, because the client reads
  // bodies as text.
  const { int64 = 'number' } = api
  const [exact] = stringToAST(`type Exact = ${int64}`) as unknown as readonly { readonly type: typeof STRING }[]
  const transform: GlobalContext['transform'] = (schema, { path = '' }) => {
    if (int64 !== 'number' && exact !== undefined && isInt64Schema(schema as unknown as Json))
      return [schema.type].flat().includes('null') ? tsUnion([exact.type, NULL]) : exact.type
    const { type, format } = schema
    return type === 'string' && format === 'binary' && blob !== undefined && !path.includes('/responses/')
      ? tsUnion([STRING, blob.type])
      : undefined
  }
  const context: Partial<GlobalContext> = {
    ...OPTIONS,
    discriminators: scanDiscriminators(source, OPTIONS),
    injectFooter: [],
    transform,
    resolve: (reference) => resolveRef(source, reference, { silent: true }),
  }
  const nodes = transformSchema(source, context as GlobalContext)
  const { text, aliases } = readableTypes(withPlainComments(astToString(nodes)), schemas)
  const declarations = schemas.map(({ name, type, address, body, direction }) => {
    const lifted = aliases.get(type)
    const comment = lifted?.comment || docComment([descriptionAt(api.document, address) ?? body?.what ?? []].flat())
    const component = body === undefined ? undefined : aliasFor(body.schema, schemas, direction)
    return `${comment}export type ${name} = ${lifted?.type ?? component ?? renamed(type, aliases)};\n`
  })
  return {
    path: `${api.name}/types.ts`,
    text: `${headerFor(api)}\n${text}\n${declarations.length > 0 ? '\n' : ''}${declarations.join('')}`,
  }
}

function componentNames(root: JsonObject): ReadonlySet<string> {
  const { components } = root
  const schemas = isObject(components) ? components['schemas'] : undefined
  return new Set(isObject(schemas) ? Object.keys(schemas) : [])
}

/**
 * Returns a copy of a part of the document, changed so that openapi-typescript makes correct types. Boolean schemas in
 * lists become empty schemas. If an item of `allOf` requires a property, the property is also required beside the
 * `allOf`. Component names in discriminator mappings become references.
 */
function forTypes(node: Json, names: ReadonlySet<string>): Json {
  if (isArray(node)) return node.map((each) => forTypes(each, names))
  if (!isObject(node)) return node
  const { allOf, mapping, propertyName } = node
  const copied = Object.fromEntries(
    Object.entries(node).map(([key, member]): [string, Json] => [
      key,
      /^(?:oneOf|anyOf|allOf)$/.test(key) && isArray(member)
        ? member.map((branch) => (typeof branch === 'boolean' ? {} : forTypes(branch, names)))
        : forTypes(member, names),
    ]),
  )
  if (typeof propertyName === 'string' && isObject(mapping))
    return { ...copied, mapping: withReferences(mapping, names) }
  const required = isArray(allOf) ? allOf.flatMap((each) => (isObject(each) ? (each['required'] ?? []) : [])) : []
  return required.length === 0 ? copied : { ...copied, required: [node['required'] ?? [], required].flat() }
}

function withReferences(mapping: JsonObject, names: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(mapping).map(([value, target]): [string, Json] => [
    value,
    typeof target === 'string' && names.has(target) ? `#${pointer('components', 'schemas', target)}` : target,
  ])
  return Object.fromEntries(entries)
}

/** Removes `@description` tags, because editors show the text after a tag separately. */
function withPlainComments(printed: string): string {
  return printed.trimEnd().replaceAll(/(?<=^ *(?:\/\*\*| \*) )@description /gm, '')
}
