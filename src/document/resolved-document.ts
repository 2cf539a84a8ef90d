import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ContractError } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Address, Document, Node } from './document.ts'
import { valueAt } from './json-pointer.ts'
import type { Location } from './location.ts'
import type { ParsedFile } from './read-file.ts'
import { decoded, type SchemaNames } from './schema-names.ts'

/** The reference that an object is, if it is one. */
export function referenceOf(node: JsonObject): string | undefined {
  return typeof node['$ref'] === 'string' ? node['$ref'] : undefined
}

/** A path as it is shown to people: relative to the working directory. */
export function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || path
}

/** A document in memory: its files, their text positions, and how references are followed. */
export class ReadDocument implements Document {
  readonly file: string
  readonly title: string
  readonly version: string
  readonly openapi: string
  readonly sha256: string
  readonly root: Node<JsonObject>
  readonly resources: ReadonlyMap<string, Json>
  readonly written: ReadonlyMap<string, Json>
  readonly #files: ReadonlyMap<string, ParsedFile>
  readonly #names: SchemaNames
  // Nothing of a document changes, and every clause asks for the same few places again.
  readonly #resolved = new Map<Address, Node>()
  readonly #located = new Map<Address, Location>()

  constructor(
    file: string,
    rootUrl: string,
    root: JsonObject,
    resources: ReadonlyMap<string, Json>,
    files: ReadonlyMap<string, ParsedFile>,
    names: SchemaNames,
    facts: Pick<Document, 'title' | 'version' | 'openapi' | 'sha256'>,
  ) {
    this.file = file
    this.title = facts.title
    this.version = facts.version
    this.openapi = facts.openapi
    this.sha256 = facts.sha256
    this.root = { address: `${rootUrl}#`, value: root }
    this.resources = resources
    this.written = new Map([...files].map(([url, file]) => [url, file.value]))
    this.#files = files
    this.#names = names
  }

  target(reference: string, from: Address): Address {
    const named = this.#names.addressOf(reference, from, (address) => this.#valueAt(address) !== undefined)
    if (named !== undefined) return named
    const [base = ''] = from.split('#')
    const url = new URL(reference, base)
    const fragment = decoded(url.hash.slice(1))
    url.hash = ''
    // What is no pointer is the name of an anchor, and there is none of that name.
    return `${url.href}#${fragment.startsWith('/') || fragment === '' ? fragment : `/${fragment}`}`
  }

  meanings(anchor: string): number {
    return this.#names.countOf(anchor)
  }

  resolve(address: Address): Node {
    const node = this.#resolved.get(address) ?? this.#follow(address)
    this.#resolved.set(address, node)
    return node
  }

  #follow(address: Address): Node {
    const seen = new Set<Address>()
    let at = address
    for (;;) {
      if (seen.has(at)) throw this.#lost('reference-cycle', address, 'break the cycle with a schema of its own')
      seen.add(at)
      const value = this.#valueAt(at)
      if (value === undefined) throw this.#lost('reference-not-found', address, 'mend the $ref or add what it names')
      const reference = isObject(value) ? referenceOf(value) : undefined
      // A schema may have keywords beside its $ref; who walks schemas follows the $ref itself.
      if (reference === undefined || Object.keys(value as JsonObject).length > 1) return { address: at, value }
      at = this.target(reference, at)
    }
  }

  locate(address: Address): Location {
    const location = this.#located.get(address) ?? this.#find(address)
    this.#located.set(address, location)
    return location
  }

  #find(address: Address): Location {
    const [url, at] = splitAddress(address)
    const file = this.#files.get(url)
    const position = file?.positionOf(at) ?? { line: 1, column: 1 }
    return { file: shown(fileURLToPath(url)), pointer: at, ...position }
  }

  /** Throws `reference-not-found` or `reference-cycle` unless the reference at an address leads somewhere. */
  checkReference(from: Address): void {
    const seen = new Set<Address>()
    for (let at = from; ;) {
      if (seen.has(at)) throw this.#lost('reference-cycle', from, 'break the cycle with a schema of its own')
      seen.add(at)
      const value = this.#valueAt(at)
      const reference = isObject(value) ? referenceOf(value) : undefined
      if (reference === undefined) return
      const to = this.target(reference, at)
      if (this.#valueAt(to) === undefined)
        throw this.#lost('reference-not-found', at, 'mend the $ref or add what it names')
      at = to
    }
  }

  #valueAt(address: Address): Json | undefined {
    const [url, at] = splitAddress(address)
    return valueAt(this.resources.get(url), at)
  }

  #lost(code: 'reference-not-found' | 'reference-cycle', address: Address, next: string): ContractError {
    const location = this.locate(address)
    const [url, at] = splitAddress(address)
    const value = valueAt(this.resources.get(url), at)
    const reference = isObject(value) ? referenceOf(value) : undefined
    return new ContractError(code, {
      ...(reference === undefined ? {} : { what: reference }),
      where: `${location.file}:${location.line}:${location.column} ${location.pointer}`,
      next,
    })
  }
}

function splitAddress(address: Address): [url: string, pointer: string] {
  const at = address.indexOf('#')
  return [address.slice(0, at), address.slice(at + 1)]
}
