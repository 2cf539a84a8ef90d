import { fileURLToPath } from 'node:url'
import { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Address } from './document.ts'
import type { Position } from './files/parsed-file.ts'
import { shown } from './files/read-text.ts'
import { referenceOf } from './resolved-document.ts'
import { decoded, type SchemaNames } from './schema-names.ts'
import { walkDocument } from './walk-document.ts'

/** A `$ref` and its address. `extension` is true if the `$ref` is inside an `x-` extension. */
interface Reference {
  readonly reference: string
  readonly address: Address
  readonly extension: boolean
}

/** The files of a document that were read so far, and the functions that `followAll` needs to read further files. */
export interface Loading {
  readonly resources: ReadonlyMap<string, Json>
  readonly names: SchemaNames
  /**
   * Runs `action`, which follows the reference at `address`. If `action` throws and broken references are allowed,
   * records the error for the address and continues.
   */
  attempt(address: Address, action: () => void): void
  /**
   * Reads the file at `url` and adds it to `resources`. `from` is the position of the reference to this file, for error
   * messages.
   */
  load(url: string, from: string): void
  positionOf(url: string, at: string): Position | undefined
}

/**
 * Loads every file that a document references, breadth first. Returns the addresses of the followed references. A
 * `$ref` inside an `x-` extension is followed only if another reference points into the extension. Without such a
 * reference, the `$ref` may mean something else, because each extension defines its own content.
 */
export function followAll(root: string, loading: Loading): readonly Address[] {
  const { resources, names, load, attempt } = loading
  const followed = new Set<Address>()
  const later: Reference[] = []
  const queue: Reference[] = []
  const entered = new Set<string>()
  /** The references inside extensions, by the address of each value that contains them. */
  const inside = new Map<Address, Reference[]>()
  const enqueue = (all: readonly Reference[]): void => {
    const fresh = all.filter(({ address }) => !followed.has(address))
    queue.push(...fresh)
    fresh.forEach(({ address }) => followed.add(address))
  }
  const enter = (url: string): void => {
    entered.add(url)
    const all = referencesIn(url, resources.get(url) ?? null)
    for (const each of all.filter(({ extension }) => extension)) {
      for (let around = each.address; around.length > url.length; around = around.slice(0, around.lastIndexOf('/'))) {
        const known = inside.get(around)
        if (known === undefined) inside.set(around, [each])
        else known.push(each)
      }
    }
    enqueue(all.filter(({ extension }) => !extension))
  }
  const follow = (each: Reference, url: string, fragment: string): void => {
    if (!resources.has(url)) load(url, placeOf(each, loading))
    if (!entered.has(url)) enter(url)
    const target = `${url}#${fragment}`
    enqueue(inside.get(target) ?? [])
    inside.delete(target)
  }
  enter(root)
  for (;;) {
    const next = queue.shift() ?? later.shift()
    if (next === undefined) return [...followed]
    const [base = '', ...outer] = names.basesAt(next.address)
    const url = urlOf(next.reference, outer.at(-1) ?? base)
    // A URL without a file may be the `$id` of a schema, and all `$id`s are known only when all files are loaded.
    const isNamed = names.addressOf(next.reference, next.address, () => true) !== undefined
    if (isNamed) continue
    const mayBeNamed = url?.protocol !== 'file:' || outer.length > 0 || names.has(url.href)
    if (mayBeNamed && queue.length > 0) later.push(next)
    else
      attempt(next.address, () => {
        if (url?.protocol !== 'file:') throw remote(next, loading)
        follow(next, withoutHash(url), decoded(url.hash.slice(1)))
      })
  }
}

function remote(reference: Reference, loading: Loading): ContractError {
  return new ContractError('reference-remote', {
    what: reference.reference,
    where: placeOf(reference, loading),
    next: 'save a copy of the file in the folder of the document, and refer to the copy',
  })
}

function referencesIn(url: string, value: Json): readonly Reference[] {
  const found: Reference[] = []
  walkDocument(value, (node, at, names, extension) => {
    const reference = names && !isWholeMap(node, at) ? undefined : referenceOf(node)
    if (reference !== undefined) found.push({ reference, address: `${url}#${at}`, extension })
    return node
  })
  return found
}

/**
 * True if an object is a reference to a whole map, as in `properties: { $ref: … }`. It does not declare a property
 * named `$ref`, because the value of `$ref` is a string and not a schema.
 */
function isWholeMap(node: JsonObject, at: string): boolean {
  return Object.keys(node).length === 1 && !at.endsWith('/mapping')
}

function urlOf(reference: string, file: string): URL | undefined {
  return URL.canParse(reference, file) ? new URL(reference, file) : undefined
}

function withoutHash(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

/**
 * Returns the place of a reference: `openapi.yaml#/paths/~1orders`, or the line of the overlay that wrote the
 * reference.
 */
function placeOf({ address }: Reference, { positionOf }: Loading): string {
  const hash = address.indexOf('#')
  const [url, at] = [address.slice(0, hash), address.slice(hash + 1)]
  const position = positionOf(url, at)
  if (position?.file !== undefined) return `${position.file}:${position.line}:${position.column}`
  return `${shown(fileURLToPath(url))}${address.slice(hash)}`
}
