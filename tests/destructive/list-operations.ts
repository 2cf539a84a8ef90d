import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

/** The parts of an operation that decide whether it counts as destructive. */
export interface ListedOperation {
  readonly method: string
  readonly path: string
  readonly operationId?: string
  readonly summary?: string
}

const PACKAGES = ['@blockfrost/openapi', '@figma/rest-api-spec', '@readme/oas-examples', '@scalar/galaxy']
const METHODS = new Set(['post', 'put', 'patch', 'delete', 'trace'])
const LIMIT = 400

interface OpenApiFile {
  readonly openapi?: string
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { operationId?: string; summary?: string }>>>>
}

function readContent(file: string): OpenApiFile {
  const text = readFileSync(join('node_modules', file), 'utf8')
  return (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as OpenApiFile
}

/** Returns the OpenAPI 3 documents of a package, with folders and files sorted by name. */
function openApiFiles(packageName: string): { readonly file: string; readonly content: OpenApiFile }[] {
  const files = readdirSync(join('node_modules', packageName), { recursive: true, encoding: 'utf8' })
    .map((file) => `${packageName}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:json|ya?ml)$/u.test(file))
    .toSorted()
  // A YAML file is skipped if there is a JSON file with the same content, because YAML is slow to read.
  const twins = new Set(files.filter((file) => file.endsWith('.json')))
  return files
    .filter((file) => !twins.has(file.replace('/yaml/', '/json/').replace(/\.ya?ml$/u, '.json')) || twins.has(file))
    .map((file) => ({ file, content: readContent(file) }))
    .filter(({ content }) => content.openapi?.startsWith('3.') === true)
}

/**
 * Returns the name of the API that a file describes. Files of the same API differ only in their folder (3.0, 3.1) and
 * their extension.
 */
function apiOf(packageName: string, file: string): string {
  return packageName === '@readme/oas-examples' ? basename(file).replace(/\.\w+$/u, '') : packageName
}

/**
 * Lists at most 400 operations of the packages, by document and in the order of the files. Leaves out GET, HEAD and
 * OPTIONS. If several documents of an API contain an operation, lists it only for the first of them.
 */
export function listWritingOperations(): ReadonlyMap<string, readonly ListedOperation[]> {
  const documents = new Map<string, ListedOperation[]>()
  const seen = new Set<string>()
  for (const packageName of PACKAGES) {
    for (const { file, content } of openApiFiles(packageName)) {
      for (const [path, item] of Object.entries(content.paths ?? {})) {
        for (const [method, { operationId, summary }] of Object.entries(item)) {
          const key = JSON.stringify([packageName, apiOf(packageName, file), method, path, operationId])
          if (!METHODS.has(method) || seen.has(key) || seen.size === LIMIT) continue
          seen.add(key)
          const row = {
            method: method.toUpperCase(),
            path,
            ...(operationId !== undefined && { operationId }),
            ...(summary !== undefined && { summary }),
          }
          documents.set(file, [...(documents.get(file) ?? []), row])
        }
      }
    }
  }
  return documents
}
