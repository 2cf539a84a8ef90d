import { isArray, isObject, type Json } from '../../json.ts'
import { childOf, type Address, type Document } from '../../document/document.ts'
import { followReference, schemaAt, type FoundSchema } from '../nodes/follow-reference.ts'
import { isSameJson } from '../values/values.ts'

/** Keywords whose value is data. The data is compared literally. */
const DATA = new Set(['enum', 'const', 'default', 'example', 'examples', 'discriminator', 'required', 'type'])
/** Keywords for human readers. */
const TEXTS = new Set(['title', 'description', '$comment', 'example', 'examples', 'externalDocs'])

/** Compares the text of schemas in two documents. */
export class SchemaTwins {
  readonly #base: Document
  readonly #head: Document
  /** Cached results. A pair that is being compared counts as equal, which ends recursion. */
  readonly #known = new Map<string, boolean>()
  readonly #ignored: ReadonlySet<string>

  /** With `ignored`, differences in descriptions, titles and examples do not count. */
  constructor(base: Document, head: Document, texts: 'count' | 'ignored') {
    this.#base = base
    this.#head = head
    this.#ignored = texts === 'count' ? new Set() : TEXTS
  }

  /**
   * True if two schemas have the same text, and so do the schemas that they refer to. The order of keys does not
   * matter. `except` names a keyword that is ignored.
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
 * True if two differently named components are different: both documents contain both names. Otherwise, one may be a
 * new name of the other.
 */
export function areDistinct(base: Document, head: Document, one: Address, other: Address): boolean {
  const [mine, theirs] = [base.root.address, head.root.address]
  if (!one.startsWith(mine) || !other.startsWith(theirs)) return false
  const [from, to] = [one.slice(mine.length), other.slice(theirs.length)]
  return from !== to && schemaAt(head, theirs + from) !== undefined && schemaAt(base, mine + to) !== undefined
}
