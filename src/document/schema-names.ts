import type { Json } from '../json.ts'
import type { Address } from './document.ts'
import { keysIn } from './uses-key.ts'
import { walkDocument } from './walk-document.ts'

const NAMING = ['$id', '$anchor', '$dynamicAnchor', '$self']

/**
 * The names of schemas: `$id`, `$anchor` and `$dynamicAnchor`. An `$id` also sets the base URL for each `$ref` inside
 * its schema (JSON Schema 2020-12 Core §8.2). `$self` sets the base URL for a file (OpenAPI 3.2.0 §4.1.2.2).
 */
export class SchemaNames {
  /** The addresses of named schemas. Keys are `<base URL>#<anchor>` or, for an `$id`, `<id>#`. */
  readonly #named = new Map<string, Address[]>()
  /** The base URL of each schema with an `$id`. */
  readonly #bases = new Map<Address, string>()
  /** The address of each `$dynamicAnchor`, by base URL and name. */
  readonly #dynamic = new Map<string, Map<string, Address>>()

  /** Adds the names of the schemas in one file. */
  add(file: string, root: Json): void {
    const keys = keysIn(root)
    if (!NAMING.some((key) => keys.has(key))) return
    walkDocument(root, (value, at, names) => {
      if (names) return value
      const address = `${file}#${at}`
      const { $id: id, $anchor: anchor, $dynamicAnchor: dynamicAnchor, $self: self } = value
      const [outer] = this.basesAt(address)
      const own = at === '' && typeof self === 'string' ? self : id
      if (typeof own === 'string' && URL.canParse(own, outer)) {
        const base = withoutFragment(new URL(own, outer).href)
        this.#bases.set(address, base)
        this.#name(`${base}#`, address)
      }
      const [base = file] = this.basesAt(address)
      for (const name of new Set([anchor, dynamicAnchor])) {
        if (typeof name === 'string') this.#name(`${base}#${name}`, address)
      }
      if (typeof dynamicAnchor === 'string') {
        const anchors = this.#dynamic.get(base) ?? new Map<string, Address>()
        this.#dynamic.set(base, anchors.set(dynamicAnchor, address))
      }
      return value
    })
  }

  #name(name: string, address: Address): void {
    this.#named.set(name, [...(this.#named.get(name) ?? []), address])
  }

  /**
   * Returns the base URLs at an address, the nearest first: each `$id` of the schemas that contain the address, then
   * the URL of the file.
   */
  basesAt(address: Address): readonly string[] {
    const [file = ''] = address.split('#')
    if (this.#bases.size === 0) return [file]
    const around = [...this.#bases].filter(([home]) => address === home || address.startsWith(`${home}/`))
    return [...around.sort(([one], [other]) => other.length - one.length).map(([, base]) => base), file]
  }

  /** True if the URL is the `$id` of a schema. Then no file has to be loaded for it. */
  has(url: string): boolean {
    return this.#named.has(`${withoutFragment(url)}#`)
  }

  /** Returns the address of the schema that a `$ref` names. Returns undefined if no schema has this name. */
  addressOf(reference: string, from: Address, isThere: (address: Address) => boolean): Address | undefined {
    if (this.#named.size === 0) return undefined
    for (const base of this.basesAt(from)) {
      if (!URL.canParse(reference, base)) continue
      const { href, hash } = new URL(reference, base)
      const fragment = decoded(hash.slice(1))
      const whole = withoutFragment(href)
      const [named] = this.#named.get(`${whole}#${fragment}`) ?? []
      if (named !== undefined) return named
      const [schema] = fragment.startsWith('/') ? (this.#named.get(`${whole}#`) ?? []) : []
      if (schema !== undefined && isThere(schema + fragment)) return schema + fragment
    }
    return undefined
  }

  /**
   * Returns the address of each `$dynamicAnchor` in the schema resource that contains `address`, by the name of the
   * anchor.
   */
  dynamicAnchorsAt(address: Address): ReadonlyMap<string, Address> {
    if (this.#dynamic.size === 0) return NO_ANCHORS
    const [base = ''] = this.basesAt(address)
    return this.#dynamic.get(base) ?? NO_ANCHORS
  }
}

const NO_ANCHORS: ReadonlyMap<string, Address> = new Map()

/** Decodes the percent-encoded characters of a fragment. Malformed encodings stay unchanged. RFC 3986 §2.1. */
export function decoded(fragment: string): string {
  return fragment.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url
}
