import { pointer, tokens } from '../../src/document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../src/json.ts'

/** Which way a change goes: it promises less, more, or something else. */
export type MutantDirection = 'looser' | 'tighter' | 'other'

/** One change of a document. Absent `value` takes the member or item away. */
export interface Edit {
  /** JSON Pointer into the document as it is written; `/-` at its end appends to a list. */
  readonly at: string
  readonly value?: Json
}

/** A document with one promise changed. */
export interface Mutant {
  /** What kind of change it is: `required-dropped`. Reasons are given by it. */
  readonly operator: string
  readonly direction: MutantDirection
  /** Whether the promise is about what is sent or what is answered; neither for one about how to reach something. */
  readonly of: 'request' | 'response' | 'operation'
  readonly edits: readonly Edit[]
}

/** The name of a mutant: its operator and the first place that it changes. */
export function mutantName({ operator, edits }: Mutant): string {
  const at = edits[0]?.at ?? ''
  // A path is long, and a document here has few.
  return `${operator} ${at.replace(/^\/paths\/[^/]+/, '…')}`
}

/** The document with a mutant's edits made, one after the other; the original is left as it is. */
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

/** The members of an object that stands somewhere, with their pointers. */
export function membersOf(owner: Json | undefined, at: string): { name: string; at: string; value: Json }[] {
  return isObject(owner) ? Object.entries(owner).map(([name, value]) => ({ name, at: at + pointer(name), value })) : []
}

/** The items of a list, with their pointers. */
export function itemsOf(owner: Json | undefined, at: string): { at: string; value: Json }[] {
  return isArray(owner) ? owner.map((value, index) => ({ at: at + pointer(index), value })) : []
}

export function memberOf(owner: Json | undefined, name: string): Json | undefined {
  return isObject(owner) ? owner[name] : undefined
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
