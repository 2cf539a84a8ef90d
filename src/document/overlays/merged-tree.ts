import { isArray, isObject, type Json } from '../../json.ts'
import { pointer, tokens } from '../json-pointer.ts'
import type { Overlay } from './overlay.ts'
import type { NodePath } from './select-nodes.ts'

/** The place where a value is written: in `overlay`, or in the document if `overlay` is absent. */
export interface WrittenPlace {
  readonly overlay?: Overlay
  /** The JSON Pointer in the overlay or document. */
  readonly pointer: string
}

type Container = Record<string, unknown> | unknown[]

/** A copy of a document that overlays change. It records which file wrote each value. */
export interface MergedTree {
  readonly root: Json
  /** Returns the value at a path. Returns undefined if no value is at this path. */
  valueAt(path: NodePath): Json | undefined
  /** Returns the place where the value at a path is written. */
  placeAt(path: NodePath): WrittenPlace
  /** Writes a copy of `value`: adds or changes a property, or appends an array item. */
  write(path: NodePath, value: Json, place: WrittenPlace): void
  /** Removes a property or an array item. Later items move up. */
  remove(path: NodePath): void
  /** Returns the place where the value at a JSON Pointer is written. */
  locate(at: string): WrittenPlace
}

/**
 * Creates a tree from a copy of a document. To save memory, the tree records places only for the children of changed
 * objects and arrays. Every other value is in the same file as its parent.
 */
export function mergedTree(document: Json): MergedTree {
  const root = copyOf(document)
  const changed = new WeakMap<object, Map<string, WrittenPlace> | WrittenPlace[]>()

  const valueAt = (path: NodePath): Json | undefined => {
    let value: unknown = root
    for (const key of path) value = own(value, key)
    return value as Json | undefined
  }
  const placeAt = (path: NodePath): WrittenPlace => {
    let [value, place]: [unknown, WrittenPlace] = [root, { pointer: '' }]
    for (const key of path) {
      const known = typeof value === 'object' && value !== null ? changed.get(value) : undefined
      const kept = isPlaces(known) ? known[Number(key)] : known?.get(String(key))
      place = kept ?? { ...place, pointer: place.pointer + pointer(key) }
      value = own(value, key)
    }
    return place
  }
  /** Returns the object or array that contains the value at `path`, and the places where its children are written. */
  const containerOf = (path: NodePath): [Container, Map<string, WrittenPlace> | WrittenPlace[]] => {
    const parent = path.slice(0, -1)
    const container = valueAt(parent) as Container
    const known = changed.get(container)
    if (known !== undefined) return [container, known]
    const places = isArray(container as Json)
      ? (container as unknown[]).map((_, index) => placeAt([...parent, index]))
      : new Map(Object.keys(container).map((key) => [key, placeAt([...parent, key])]))
    changed.set(container, places)
    return [container, places]
  }
  return {
    root,
    valueAt,
    placeAt,
    write: (path, value, place) => {
      const [container, places] = containerOf(path)
      const key = path.at(-1) ?? ''
      // Defines the property instead of assigning it, because assigning to the key `__proto__` would set the prototype.
      const property = { value: copyOf(value), enumerable: true, writable: true, configurable: true }
      Object.defineProperty(container, key, property)
      if (isPlaces(places)) places[Number(key)] = place
      else places.set(String(key), place)
    },
    remove: (path) => {
      const [container, places] = containerOf(path)
      const key = path.at(-1) ?? ''
      if (Array.isArray(container) && isPlaces(places)) {
        container.splice(Number(key), 1)
        places.splice(Number(key), 1)
      } else if (!Array.isArray(container) && !isPlaces(places)) {
        delete container[key]
        places.delete(String(key))
      }
    },
    locate: (at) => placeAt(tokens(at)),
  }
}

function isPlaces(places: Map<string, WrittenPlace> | WrittenPlace[] | undefined): places is WrittenPlace[] {
  return Array.isArray(places)
}

function own(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** Copies a value. If YAML aliases share a part, each alias gets a separate copy of it. */
function copyOf(value: Json): Json {
  if (isArray(value)) return value.map(copyOf)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copyOf(each)]))
}
