import { fileURLToPath } from 'node:url'
import { ContractError } from '../errors.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Address } from './document.ts'
import type { Position } from './files/parsed-file.ts'
import { shown } from './files/read-text.ts'
import { referenceOf } from './resolved-document.ts'
import { decoded, type SchemaNames } from './schema-names.ts'
import { walkDocument } from './walk-document.ts'

/** A `$ref` and its address. `extension` is true if the `$ref` is inside an extension such as `x-foo`. */
interface Reference {
  readonly reference: string
  readonly address: Address
  readonly extension: boolean
}

/** The files of a document that have been read, and functions to read more. */
export interface Loading {
  readonly resources: ReadonlyMap<string, Json>
  readonly names: SchemaNames
  /**
   * Runs `action`, which resolves the reference at `address`. If broken references are permitted, records an error
   * instead of throwing it.
   */
  attempt(address: Address, action: () => void): void
  /** Reads the file at `url` into `resources`. `from` is the position of the reference, for errors. */
  load(url: string, from: string): void
  positionOf(url: string, at: string): Position | undefined
}

/**
 * Loads all files that a document references, and returns the addresses of the references. An extension such as `x-foo`
 * may use `$ref` for something else. A `$ref` inside an extension is therefore followed only if another reference leads
 * to a value that contains this `$ref`.
 */
export function followAll(root: string, loading: Loading): readonly Address[] {
  const { resources, names, load, attempt } = loading
  const followed = new Set<Address>()
  const later: Reference[] = []
  const queue: Reference[] = []
  const entered = new Set<string>()
  /**
   * The references inside extensions. Each reference has an entry under the address of every value that contains it.
   */
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
    // The URL may be the `$id` of a schema. All `$id`s are known only after all files have been loaded. Until then,
    // such a reference waits in `later`.
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
 * True if a reference replaces a whole map, as in `properties: { $ref: … }`. If `$ref` were the name of a property
 * here, its value would be a schema instead of a string.
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

/** Returns the place of a reference for messages: `openapi.yaml#/paths/~1orders`, or the line in an overlay. */
function placeOf({ address }: Reference, { positionOf }: Loading): string {
  const hash = address.indexOf('#')
  const [url, at] = [address.slice(0, hash), address.slice(hash + 1)]
  const position = positionOf(url, at)
  if (position?.file !== undefined) return `${position.file}:${position.line}:${position.column}`
  return `${shown(fileURLToPath(url))}${address.slice(hash)}`
}
