import { isDeepStrictEqual } from 'node:util'
import { tokens } from '../../document/json-pointer.ts'
import { selectorOf } from '../../document/json-path.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'

/** An action of an OpenAPI Overlay 1.1. */
export interface OverlayAction {
  readonly target: string
  readonly description: string
  readonly update?: Json
  readonly remove?: true
}

/** An object that the pointer of a clause leads through: its path in the document, and the rest of the pointer. */
export interface PlaceOnPath {
  readonly path: readonly (string | number)[]
  readonly value: JsonObject
  readonly rest: readonly string[]
}

/** Changes a copy of a document and records each change as an overlay action. */
export interface OverlayEditor {
  readonly actions: readonly OverlayAction[]
  valueAt(path: PlaceOnPath['path']): Json | undefined
  /**
   * Follows a pointer that starts at `from`, and each `$ref` on the way. Returns the last object that it reaches.
   * Returns undefined if a `$ref` leads to another file.
   */
  placeOf(from: PlaceOnPath['path'], pointer: string): PlaceOnPath | undefined
  /**
   * Replaces each `$ref` that the pointer leads through by a copy of its target. A change of the copy does not affect
   * other references to the target.
   */
  inline(from: PlaceOnPath['path'], pointer: string, description: string): void
  update(path: PlaceOnPath['path'], value: JsonObject, description: string): void
  remove(path: PlaceOnPath['path'], description: string): void
}

/** Creates an editor for the root file of a document. */
export function overlayEditor(document: Json): OverlayEditor {
  const root = structuredClone(document)
  const actions: OverlayAction[] = []
  const valueAt = (path: PlaceOnPath['path']): Json | undefined =>
    path.reduce<Json | undefined>((value, key) => childAt(value, key), root)

  const placesOf = (
    from: PlaceOnPath['path'],
    pointer: string,
  ): readonly (PlaceOnPath & { ref?: string })[] | undefined => {
    const steps = tokens(pointer)
    const places: (PlaceOnPath & { ref?: string })[] = []
    let path = from
    for (let taken = 0; ;) {
      const value = valueAt(path)
      const reference = isObject(value) ? value['$ref'] : undefined
      const ref = typeof reference === 'string' ? reference : undefined
      if (isObject(value)) places.push({ path, value, rest: steps.slice(taken), ...(ref === undefined ? {} : { ref }) })
      const step = steps[taken]
      const key = step === undefined ? undefined : keyOf(value, step)
      if (key !== undefined) {
        path = [...path, key]
        taken += 1
      } else if (ref !== undefined && places.length < 100) {
        if (!ref.startsWith('#/')) return undefined
        path = tokens(ref.slice(1))
      } else return places
    }
  }
  const record = (action: OverlayAction, change: () => void): void => {
    actions.push(action)
    change()
  }
  const editor: OverlayEditor = {
    actions,
    valueAt,
    placeOf: (from, pointer) => placesOf(from, pointer)?.at(-1),
    inline: (from, pointer, description) => {
      for (let times = 0; times < 100; times += 1) {
        const place = placesOf(from, pointer)?.find(({ ref }) => ref !== undefined)
        const target = place?.ref === undefined ? undefined : valueAt(tokens(place.ref.slice(1)))
        if (place === undefined || !isObject(target)) return
        editor.remove([...place.path, '$ref'], description)
        editor.update(place.path, structuredClone(target), description)
      }
    },
    update: (path, value, description) => {
      // Does not add an action twice, because the actions of an overlay must be unique. Overlay 1.1.0 §4.4.
      const isKnown = actions.some(
        ({ target, update }) => target === jsonPath(path) && isDeepStrictEqual(update, value),
      )
      if (isKnown) return
      record({ target: jsonPath(path), description, update: structuredClone(value) }, () => merge(valueAt(path), value))
    },
    remove: (path, description) =>
      record({ target: jsonPath(path), description, remove: true }, () => {
        const parent = valueAt(path.slice(0, -1))
        const key = path.at(-1) ?? ''
        if (isArray(parent)) (parent as Json[]).splice(Number(key), 1)
        else if (isObject(parent)) delete (parent as Record<string, Json>)[key]
      }),
  }
  return editor
}

/**
 * Returns the key or index for one token of a clause's pointer. In the pointer of a clause, an item of a list has a
 * name, value or id instead of an index.
 */
function keyOf(value: Json | undefined, token: string): string | number | undefined {
  if (isObject(value)) return Object.hasOwn(value, token) ? token : undefined
  if (!isArray(value)) return undefined
  const isNamed = (item: Json): boolean =>
    isObject(item) ? item['name'] === token || item['id'] === token : String(item) === token
  const index = value.findIndex(isNamed)
  return index >= 0 ? index : undefined
}

function childAt(value: Json | undefined, key: string | number): Json | undefined {
  if (isArray(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined
}

/** Merges values as Overlay 1.1.0 §4.4.3 requires: objects by key, arrays by appending. */
function merge(target: Json | undefined, value: JsonObject): void {
  if (!isObject(target)) return
  for (const [key, each] of Object.entries(value)) {
    const known = target[key]
    if (isObject(known) && isObject(each)) merge(known, each)
    else if (isArray(known) && isArray(each)) (known as Json[]).push(...each)
    else (target as Record<string, Json>)[key] = structuredClone(each)
  }
}

/** Returns a normalized JSONPath (RFC 9535 §2.7). */
function jsonPath(path: PlaceOnPath['path']): string {
  return `$${path.map(selectorOf).join('')}`
}
