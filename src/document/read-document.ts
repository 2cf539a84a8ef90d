import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve as resolvePath } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ContractError } from '../errors.ts'
import { asText, isObject, type Json, type JsonObject } from '../json.ts'
import type { Address, AppliedOverlay, Document, FormatUse } from './document.ts'
import { followAll } from './follow-all.ts'
import { lift32To31, liftTo31, placeIn32 } from './lift-to-3-1.ts'
import { applyOverlays, type Merged } from './overlays/apply-overlays.ts'
import { findOverlays } from './overlays/find-overlays.ts'
import type { Overlay } from './overlays/overlay.ts'
import { readOverlay } from './overlays/read-overlay.ts'
import type { Location } from './location.ts'
import type { ParsedFile } from './files/parsed-file.ts'
import { parseFile } from './files/read-file.ts'
import { readText, shown } from './files/read-text.ts'
import { ReadDocument } from './resolved-document.ts'
import { SchemaNames } from './schema-names.ts'

/** Options for reading a document. */
export interface ReadOptions {
  /**
   * Overlays to apply in addition. Before them, the overlays in the document's folder are applied if their `extends`
   * names the document. `false` applies no overlay at all.
   */
  readonly overlays?: readonly string[] | false
  /** The text of an overlay that is applied last. */
  readonly lastOverlay?: string
  /**
   * The effect of the keyword `format`. `assert` (default): values must match the format. `annotate`: the format is
   * only information. This is the default of JSON Schema 2020-12.
   */
  readonly formats?: FormatUse
  /**
   * If true, `broken` collects the references that have no target. If false (default), reading throws at the first of
   * them.
   */
  readonly keepsBroken?: boolean
  /** True to allow `$ref`s to files outside the document's folder. Default: false. */
  readonly allowsRefOutside?: boolean
}

/**
 * Reads a document and all referenced files, and merges its overlays. Throws errors `document-…`, `overlay-invalid`
 * and, without `keepsBroken`, `reference-…`.
 */
export function readDocument(file: string, options: ReadOptions = {}): Document {
  const { overlays = [], lastOverlay, formats = 'assert', keepsBroken = false, allowsRefOutside = false } = options
  const last = lastOverlay === undefined ? [] : [readOverlay(resolvePath('last.overlay.yaml'), lastOverlay)]
  const find = (path: string): Overlay[] => [...(overlays === false ? [] : findOverlays(path, overlays)), ...last]
  return documentFrom(file, { read: readFileOf, find, formats, keepsBroken, allowsRefOutside })
}

/**
 * Parses `text` as if it were the content of `file`. Applies no overlays. Reads the files that `text` references from
 * disk.
 */
export function documentFromText(text: string, file = 'openapi.yaml', formats: FormatUse = 'assert'): Document {
  const own = resolvePath(file)
  return documentFrom(file, {
    read: (path, from) => (path === own ? text : readFileOf(path, from)),
    find: () => [],
    formats,
    keepsBroken: false,
    allowsRefOutside: false,
  })
}

function readFileOf(path: string, from: string | undefined): string {
  return from === undefined
    ? readText(path, { next: 'give the path of an OpenAPI file, relative to the working directory' })
    : readText(path, { from, next: 'correct the $ref, or create the file' })
}

interface Reading {
  read(path: string, from: string | undefined): string
  find(path: string): readonly Overlay[]
  readonly formats: FormatUse
  readonly keepsBroken: boolean
  readonly allowsRefOutside: boolean
}

function documentFrom(file: string, reading: Reading): Document {
  const { read, find, formats, keepsBroken, allowsRefOutside } = reading
  const rootPath = resolvePath(file)
  const rootUrl = pathToFileURL(rootPath).href
  const files = new Map<string, ParsedFile>()
  const resources = new Map<string, Json>()
  const hash = createHash('sha256')
  const names = new SchemaNames()
  let lift: ((parsed: ParsedFile) => Lifted) | undefined
  const add = (url: string, parsed: ParsedFile): void => {
    lift ??= liftFrom(versionOf(parsed, shown(fileURLToPath(url))))
    const lifted = lift(parsed)
    const value = freeze(lifted.value)
    files.set(url, { ...parsed, positionOf: lifted.positionOf })
    resources.set(url, value)
    names.add(url, value)
  }
  const parse = (path: string, from: string | undefined): ParsedFile => {
    const text = read(path, from)
    hash.update(text)
    return parseFile(text, shown(path))
  }
  const plain = parse(rootPath, undefined)
  const overlays = find(rootPath)
  const merged = overlays.length === 0 ? undefined : applyOverlays(plain.value, overlays)
  add(rootUrl, merged === undefined ? plain : withOverlays(plain, merged))
  const broken = new Map<Address, ContractError>()
  const attempt = (address: Address, action: () => void): void => {
    try {
      action()
    } catch (error) {
      if (!keepsBroken || !(error instanceof ContractError)) throw error
      if (!broken.has(address)) broken.set(address, error)
    }
  }
  const references = followAll(rootUrl, {
    attempt,
    resources,
    names,
    load: (url, from) => {
      const path = pathOf(url, from)
      if (!allowsRefOutside) checkInside(path, rootPath, from)
      add(url, parse(path, from))
    },
    positionOf: (url, at) => files.get(url)?.positionOf(at),
  })
  const root = resources.get(rootUrl) as JsonObject
  const info = isObject(root['info']) ? root['info'] : {}
  const document = new ReadDocument(file, rootUrl, root, resources, files, names, {
    title: asText(info['title']),
    version: asText(info['version']),
    openapi: asText(root['openapi']),
    sha256: hash.digest('hex'),
    formats,
    overlays: overlays.map((overlay) => describeOverlay(overlay, merged)),
    broken,
  })
  references.forEach((address) => attempt(address, () => document.checkReference(address)))
  return document
}

/**
 * Returns the path of a `file:` URL. Throws `document-unreadable` for a URL with a host or a malformed
 * percent-encoding.
 */
function pathOf(url: string, from: string): string {
  try {
    return fileURLToPath(url)
  } catch {
    throw new ContractError('document-unreadable', {
      what: 'the $ref is not the URL of a file on this machine',
      where: from,
      next: 'write the path of a file relative to the document',
    })
  }
}

/**
 * Throws `reference-outside` for a path outside the folder of the document. Without this check, an untrusted document
 * could read any file.
 */
function checkInside(path: string, root: string, from: string): void {
  // Compares the real paths, because a symbolic link inside the folder may lead outside.
  const [folder, file] = [dirname(root), path].map((each) => (existsSync(each) ? realpathSync(each) : each))
  if (!relative(folder ?? '', file ?? '').startsWith('..')) return
  throw new ContractError('reference-outside', {
    what: shown(path),
    where: from,
    next: 'move the file into the folder of the document, or allow it with --allow-ref-outside',
  })
}

/** Returns the root file with merged overlays. A value that an overlay wrote has its position in the overlay. */
function withOverlays(plain: ParsedFile, { tree }: Merged): ParsedFile {
  return {
    value: tree.root,
    positionOf: (at) => {
      const { overlay, pointer } = tree.locate(at)
      return overlay === undefined ? plain.positionOf(pointer) : { ...overlay.positionOf(pointer), file: overlay.file }
    },
  }
}

function describeOverlay(overlay: Overlay, merged: Merged | undefined): AppliedOverlay {
  const { file, path, written, sha256 } = overlay
  const locate = (pointer: string): Location => ({ file, pointer, ...overlay.positionOf(pointer) })
  const own = merged?.overrides.filter(({ by }) => by === overlay) ?? []
  return {
    file,
    path,
    written,
    locate,
    sha256,
    overrides: own.map(({ pointer, of }) => ({ pointer, file: of.file })),
  }
}

/** A file after its conversion to 3.1, and the positions of its values. */
type Lifted = Pick<ParsedFile, 'value' | 'positionOf'>

/** Returns the function that converts files of an OpenAPI version to 3.1. */
function liftFrom(version: string): (parsed: ParsedFile) => Lifted {
  if (version.startsWith('3.0')) return ({ value, positionOf }) => ({ value: liftTo31(value), positionOf })
  if (version.startsWith('3.1')) return (parsed) => parsed
  return ({ value, positionOf }) => ({
    value: lift32To31(value),
    positionOf: (at) => positionOf(placeIn32(value, at)),
  })
}

/** Returns the value of `openapi`. Throws `document-not-openapi` for an unsupported version. */
function versionOf({ value, positionOf }: ParsedFile, file: string): string {
  const openapi = isObject(value) ? value['openapi'] : undefined
  if (typeof openapi === 'string' && /^3\.[012](\.|$)/.test(openapi)) return openapi
  const { line, column } = positionOf('/openapi')
  const name = `${file}:${line}:${column}`
  if (isObject(value) && value['swagger'] !== undefined) {
    throw new ContractError('document-not-openapi', {
      what: `this is a Swagger document (swagger: ${asText(value['swagger'])})`,
      where: name,
      next: 'convert the document first, for example with `npx swagger2openapi --outfile openapi.yaml FILE`',
    })
  }
  if (isObject(value) && value['overlay'] !== undefined) {
    throw new ContractError('document-not-openapi', {
      what: 'this file is an overlay',
      where: name,
      next: 'give the OpenAPI document, and apply the overlay with --overlay FILE',
    })
  }
  throw new ContractError('document-not-openapi', {
    what:
      openapi === undefined
        ? 'the key `openapi` is missing'
        : `the version openapi: ${JSON.stringify(openapi)} is not supported`,
    where: name,
    next: 'begin the document with `openapi: 3.1.0`; the versions 3.0, 3.1 and 3.2 are supported',
  })
}

function freeze<T extends Json>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
