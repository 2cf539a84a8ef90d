import { fileURLToPath } from 'node:url'
import { ContractError } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { childOf, type Address, type AppliedOverlay, type Document, type FormatUse, type Node } from './document.ts'
import { isLiftedNullable } from './lift-to-3-1.ts'
import { parentOf, pointer, tokens, valueAt } from './json-pointer.ts'
import type { Location } from './location.ts'
import { nearestWord } from './nearest-word.ts'
import type { ParsedFile } from './files/parsed-file.ts'
import { shown } from './files/read-text.ts'
import { decoded, type SchemaNames } from './schema-names.ts'

/** Returns the text of the `$ref` of an object. Returns undefined if the object has no `$ref`. */
export function referenceOf(node: JsonObject): string | undefined {
  return typeof node['$ref'] === 'string' ? node['$ref'] : undefined
}

/** A document in memory. It resolves references and knows the position of each value in the text. */
export class ReadDocument implements Document {
  readonly file: string
  readonly title: string
  readonly version: string
  readonly openapi: string
  readonly sha256: string
  readonly overlays: readonly AppliedOverlay[]
  readonly broken: ReadonlyMap<Address, ContractError>
  readonly formats: FormatUse
  readonly root: Node<JsonObject>
  readonly resources: ReadonlyMap<string, Json>
  readonly written: ReadonlyMap<string, Json>
  readonly #files: ReadonlyMap<string, ParsedFile>
  readonly #names: SchemaNames
  // Caches, because many clauses need the same addresses and a document never changes.
  readonly #resolved = new Map<Address, Node>()
  readonly #targets = new Map<string, Address>()
  readonly #located = new Map<Address, Location>()
  /**
   * The pointers that `resolve` is following at the moment. They are not followed again, because a pointer may lead
   * back to itself.
   */
  readonly #passing = new Set<string>()

  constructor(
    file: string,
    rootUrl: string,
    root: JsonObject,
    resources: ReadonlyMap<string, Json>,
    files: ReadonlyMap<string, ParsedFile>,
    names: SchemaNames,
    facts: Pick<Document, 'title' | 'version' | 'openapi' | 'sha256' | 'overlays' | 'broken' | 'formats'>,
  ) {
    this.file = file
    this.title = facts.title
    this.version = facts.version
    this.openapi = facts.openapi
    this.sha256 = facts.sha256
    this.overlays = facts.overlays
    this.broken = facts.broken
    this.formats = facts.formats
    this.root = { address: `${rootUrl}#`, value: root }
    this.resources = resources
    this.written = new Map([...files].map(([url, file]) => [url, file.value]))
    this.#files = files
    this.#names = names
  }

  target(reference: string, from: Address): Address {
    const key = `${from} ${reference}`
    const address = this.#targets.get(key) ?? this.#targetOf(reference, from)
    // While another pointer is being followed, the result may be incomplete, so it is not cached.
    if (this.#passing.size === 0) this.#targets.set(key, address)
    return address
  }

  #targetOf(reference: string, from: Address): Address {
    const named = this.#names.addressOf(reference, from, (address) => this.#valueAt(address) !== undefined)
    if (named !== undefined) return named
    const [base = ''] = from.split('#')
    const url = new URL(reference, base)
    const fragment = decoded(url.hash.slice(1))
    url.hash = ''
    // A fragment that does not begin with `/` is an unknown anchor. It becomes an address without a value, so that a
    // later step reports it.
    const address = `${url.href}#${fragment.startsWith('/') || fragment === '' ? fragment : `/${fragment}`}`
    return this.#valueAt(address) === undefined ? (this.#through(url.href, fragment) ?? address) : address
  }

  /**
   * Returns the address of a value behind one or more `$ref`s. If the pointer leads through `{ $ref: X }`, looks up the
   * rest of the pointer in X.
   */
  #through(url: string, fragment: string): Address | undefined {
    const start = `${url}#`
    if (!fragment.startsWith('/') || this.#passing.has(start + fragment)) return undefined
    this.#passing.add(start + fragment)
    try {
      return tokens(fragment).reduce<Address | undefined>(
        (at, token) => (at === undefined ? undefined : this.#step(at, token)),
        start,
      )
    } finally {
      this.#passing.delete(start + fragment)
    }
  }

  #step(from: Address, token: string): Address | undefined {
    const seen = new Set<Address>()
    for (let at = from; !seen.has(at);) {
      seen.add(at)
      const child = childOf(at, token)
      if (this.#valueAt(child) !== undefined) return child
      const value = this.#valueAt(at)
      if (!isObject(value)) return undefined
      const reference = referenceOf(value)
      if (reference !== undefined) at = this.target(reference, at)
      else if (this.openapi.startsWith('3.0') && isLiftedNullable(value)) at = childOf(at, 'anyOf', 1)
      else if (this.openapi.startsWith('3.2') && token === 'itemSchema') return childOf(at, 'schema', 'items')
      else return undefined
    }
    return undefined
  }

  dynamicAnchors(address: Address): ReadonlyMap<string, Address> {
    return this.#names.dynamicAnchorsAt(address)
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
      if (seen.has(at))
        throw this.#unresolved(
          'reference-cycle',
          address,
          'break the cycle: define the schema at one of these references',
        )
      seen.add(at)
      const value = this.#valueAt(at)
      if (value === undefined) throw this.#unresolved('reference-not-found', address, MISSING)
      const reference = isObject(value) ? referenceOf(value) : undefined
      // Keywords beside a `$ref` apply together with its target, so the `$ref` is not followed here.
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

  /** Throws if the reference at `from` has no target: `reference-not-found` or `reference-cycle`. */
  checkReference(from: Address): void {
    const seen = new Set<Address>()
    for (let at = from; ;) {
      if (seen.has(at))
        throw this.#unresolved('reference-cycle', from, 'break the cycle: define the schema at one of these references')
      seen.add(at)
      const value = this.#valueAt(at)
      const reference = isObject(value) ? referenceOf(value) : undefined
      if (reference === undefined) return
      const to = this.target(reference, at)
      if (this.#valueAt(to) === undefined)
        throw this.#unresolved('reference-not-found', at, this.#nearReference(to) ?? MISSING)
      at = to
    }
  }

  /** Returns advice for a missing target: the existing key that is most similar to the last key of the target. */
  #nearReference(target: Address): string | undefined {
    const [url, at] = splitAddress(target)
    const around = valueAt(this.resources.get(url), parentOf(at))
    const name = tokens(at).at(-1)
    if (name === undefined || !isObject(around)) return undefined
    const near = nearestWord(name, Object.keys(around))
    return near === undefined ? undefined : `did you mean \`#${parentOf(at)}${pointer(near)}\`?`
  }

  #valueAt(address: Address): Json | undefined {
    const [url, at] = splitAddress(address)
    return valueAt(this.resources.get(url), at)
  }

  #unresolved(code: 'reference-not-found' | 'reference-cycle', address: Address, next: string): ContractError {
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

const MISSING = 'correct the $ref, or define its target'

function splitAddress(address: Address): [url: string, pointer: string] {
  const at = address.indexOf('#')
  return [address.slice(0, at), address.slice(at + 1)]
}
