import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve as resolvePath } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ContractError } from '../errors.ts'
import { asText, isObject, type Json, type JsonObject } from '../json.ts'
import type { Document } from './document.ts'
import { liftTo31 } from './lift-to-3-1.ts'
import { followAll } from './follow-all.ts'
import { parseFile, type ParsedFile } from './read-file.ts'
import { ReadDocument, shown } from './resolved-document.ts'
import { SchemaNames } from './schema-names.ts'

/** Reads a document and every file that it references. The only code that parses YAML or JSON text. */
export function readDocument(file: string): Document {
  return documentFrom(file, readText)
}

/** The document that a text is, as if it stood in `file`; other files that it references are read. */
export function documentFromText(text: string, file = 'openapi.yaml'): Document {
  const own = resolvePath(file)
  return documentFrom(file, (path, from) => (path === own ? text : readText(path, from)))
}

/** `from` is the place of the `$ref` that leads to the file, if one does. */
function readText(path: string, from: string | undefined): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new ContractError('document-unreadable', {
      what: REASONS[reason] ?? reason,
      where: shown(path) + (from === undefined ? '' : `, which the $ref at ${from} leads to`),
      next:
        from === undefined
          ? 'give the path of an OpenAPI file, relative to where you are'
          : 'mend the $ref, or put the file there',
    })
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

function documentFrom(file: string, read: (path: string, from: string | undefined) => string): Document {
  const rootUrl = pathToFileURL(resolvePath(file)).href
  const files = new Map<string, ParsedFile>()
  const resources = new Map<string, Json>()
  const hash = createHash('sha256')
  const names = new SchemaNames()
  let lift: ((value: Json) => Json) | undefined
  const load = (url: string, from: string | undefined): void => {
    const path = fileURLToPath(url)
    const text = read(path, from)
    hash.update(text)
    const parsed = parseFile(text, shown(path))
    lift ??= versionOf(parsed.value, shown(path)).startsWith('3.0') ? liftTo31 : (value) => value
    const value = freeze(lift(parsed.value))
    files.set(url, parsed)
    resources.set(url, value)
    names.add(url, value)
  }
  load(rootUrl, undefined)
  const references = followAll(rootUrl, resources, names, load)
  const root = resources.get(rootUrl) as JsonObject
  const info = isObject(root['info']) ? root['info'] : {}
  const document = new ReadDocument(file, rootUrl, root, resources, files, names, {
    title: asText(info['title']),
    version: asText(info['version']),
    openapi: asText(root['openapi']),
    sha256: hash.digest('hex'),
  })
  references.forEach((address) => document.checkReference(address))
  return document
}

function versionOf(value: Json, name: string): string {
  const openapi = isObject(value) ? value['openapi'] : undefined
  if (typeof openapi === 'string' && /^3\.[01](\.|$)/.test(openapi)) return openapi
  if (isObject(value) && value['swagger'] !== undefined) {
    throw new ContractError('document-not-openapi', {
      what: `it says swagger: ${asText(value['swagger'])}`,
      where: name,
      next: 'convert it first, for example with `npx swagger2openapi --outfile openapi.yaml FILE`',
    })
  }
  throw new ContractError('document-not-openapi', {
    what: openapi === undefined ? 'it has no member `openapi`' : `it says openapi: ${JSON.stringify(openapi)}`,
    where: name,
    next: 'begin it with `openapi: 3.1.0`',
  })
}

function freeze<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
