import { isArray, isObject, type Json } from '../../json.ts'
import { childOf, type Address, type Document } from '../../document/document.ts'
import { followReference, schemaAt, type FoundSchema } from '../nodes/follow-reference.ts'
import { isSameJson } from '../values/values.ts'

/** Keywords that contain data instead of schemas. Their values are compared literally. */
const DATA = new Set(['enum', 'const', 'default', 'example', 'examples', 'discriminator', 'required', 'type'])
/** Keywords that only human readers use. */
const TEXTS = new Set(['title', 'description', '$comment', 'example', 'examples', 'externalDocs'])

/** Finds schemas of two documents that are written in the same way. */
export class SchemaTwins {
  readonly #base: Document
  readonly #head: Document
  /**
   * Cached results, by pair of schemas. A pair whose comparison is not finished counts as equal. This ends the
   * recursion.
   */
  readonly #known = new Map<string, boolean>()
  readonly #ignored: ReadonlySet<string>

  /** With `ignored`, differences in descriptions, titles and examples do not count. With `count`, they do. */
  constructor(base: Document, head: Document, texts: 'count' | 'ignored') {
    this.#base = base
    this.#head = head
    this.#ignored = texts === 'count' ? new Set() : TEXTS
  }

  /**
   * True if two schemas, including all schemas that they reference, are written in the same way. The order of keys does
   * not count. A keyword named by `except` is ignored.
   */
  areSame(base: FoundSchema, head: FoundSchema, except?: string): boolean {
    const key = `${base.address} ${head.address} ${except ?? ''}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, true)
    const result = this.#areSame(base.value, base.address, head.value, head.address, 'schema', except)
    this.#known.set(key, result)
    return result
  }

  #areSame(
    one: Json,
    oneAt: string,
    other: Json,
    otherAt: string,
    form: 'schema' | 'map',
    except: string | undefined,
  ): boolean {
    if (isArray(one)) {
      return (
        isArray(other) &&
        one.length === other.length &&
        one.every((each, index) =>
          this.#areSame(
            each,
            childOf(oneAt, index),
            other[index] ?? null,
            childOf(otherAt, index),
            'schema',
            undefined,
          ),
        )
      )
    }
    if (!isObject(one) || !isObject(other)) return isSameJson(one, other)
    const counts = (name: string): boolean => form === 'map' || (!this.#ignored.has(name) && name !== except)
    const names = Object.keys(one).filter(counts)
    if (names.length !== Object.keys(other).filter(counts).length) return false
    return names.every((name) => {
      const [mine, theirs] = [one[name], other[name]]
      if (mine === undefined || theirs === undefined) return false
      if (form === 'schema' && name === '$ref') return this.#sameTarget(mine, oneAt, theirs, otherAt)
      if (form === 'schema' && (DATA.has(name) || name.startsWith('x-'))) return isSameJson(mine, theirs)
      const isMap =
        form === 'schema' && (name === 'properties' || name === 'patternProperties' || name.endsWith('Schemas'))
      return this.#areSame(
        mine,
        childOf(oneAt, name),
        theirs,
        childOf(otherAt, name),
        isMap ? 'map' : 'schema',
        undefined,
      )
    })
  }

  #sameTarget(mine: Json, oneAt: string, theirs: Json, otherAt: string): boolean {
    const base = followReference(this.#base, String(mine), oneAt)
    const head = followReference(this.#head, String(theirs), otherAt)
    if (base === undefined || head === undefined) return mine === theirs
    return !areDistinct(this.#base, this.#head, base.address, head.address) && this.areSame(base, head)
  }
}

/**
 * True if two component names mean two different components: each of the two documents contains both names. Otherwise
 * the component may have been renamed from one name to the other.
 */
export function areDistinct(base: Document, head: Document, one: Address, other: Address): boolean {
  const [mine, theirs] = [base.root.address, head.root.address]
  if (!one.startsWith(mine) || !other.startsWith(theirs)) return false
  const [from, to] = [one.slice(mine.length), other.slice(theirs.length)]
  return from !== to && schemaAt(head, theirs + from) !== undefined && schemaAt(base, mine + to) !== undefined
}
