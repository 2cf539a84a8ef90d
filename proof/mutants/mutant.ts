import { pointer, tokens } from '../../src/document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../src/json.ts'

/**
 * The difference between the mutant and the original document: the mutant promises less (`looser`), more (`tighter`),
 * or something else.
 */
export type MutantDirection = 'looser' | 'tighter' | 'other'

/** One change of a document. If `value` is absent, the property or item is removed. */
export interface Edit {
  /** JSON Pointer into the source document; `/-` at its end appends to an array. */
  readonly at: string
  readonly value?: Json
}

/** A document in which one promise was changed. */
export interface Mutant {
  /**
   * The kind of change, such as `required-dropped`. The keys of the reasons in `undetectable-mutants.ts` contain these
   * names.
   */
  readonly operator: string
  readonly direction: MutantDirection
  /**
   * The part of the document that contains the promise. `operation` means a promise outside of schemas, such as a
   * scenario.
   */
  readonly of: 'request' | 'response' | 'operation'
  readonly edits: readonly Edit[]
}

/** The name of a mutant: its operator, and the first place that it changes. */
export function mutantName({ operator, edits }: Mutant): string {
  const at = edits[0]?.at ?? ''
  // The path of the operation is left out, because it is long and each document has only one or two paths.
  return `${operator} ${at.replace(/^\/paths\/[^/]+/, '…')}`
}

/** Returns the document with the edits of a mutant, applied in order. The original is not changed. */
export function mutate(root: Json, { edits }: Pick<Mutant, 'edits'>): Json {
  return edits.reduce((value, { at, value: wanted }) => edited(value, tokens(at), wanted), root)
}

function edited(owner: Json, [first, ...rest]: readonly string[], wanted: Json | undefined): Json {
  if (first === undefined) return wanted === undefined ? owner : wanted
  if (isArray(owner)) {
    if (first === '-') return [...owner, ...(wanted === undefined ? [] : [wanted])]
    const index = Number(first)
    if (rest.length === 0 && wanted === undefined) return owner.filter((_, at) => at !== index)
    return owner.map((item, at) => (at === index ? edited(item, rest, wanted) : item))
  }
  if (!isObject(owner)) return owner
  if (rest.length === 0) {
    const { [first]: _gone, ...others } = owner
    return wanted === undefined ? others : { ...owner, [first]: wanted }
  }
  return { ...owner, [first]: edited(owner[first] ?? {}, rest, wanted) }
}

/** Returns the properties of an object, with their pointers. */
export function propertiesOf(owner: Json | undefined, at: string): { name: string; at: string; value: Json }[] {
  return isObject(owner) ? Object.entries(owner).map(([name, value]) => ({ name, at: at + pointer(name), value })) : []
}

/** Returns the items of an array, with their pointers. */
export function itemsOf(owner: Json | undefined, at: string): { at: string; value: Json }[] {
  return isArray(owner) ? owner.map((value, index) => ({ at: at + pointer(index), value })) : []
}

export function propertyAt(owner: Json | undefined, name: string): Json | undefined {
  return isObject(owner) ? owner[name] : undefined
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
