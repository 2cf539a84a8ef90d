import { childOf, type Address, type Document } from '../document/document.ts'
import { tokens } from '../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { readUnreachable } from '../operations/read/read-annotations.ts'
import type { Source, TargetKind } from '../operations/annotations.ts'

/** An object on the path to a clause. `rest` is the remaining part of the path, after this object. */
interface Stop {
  readonly value: JsonObject
  readonly rest: readonly string[]
}

/**
 * Returns the objects on the path that leads from an address along a pointer, the outermost first. If an object has a
 * `$ref`, both the object and the target of the `$ref` are listed.
 */
export function trace(document: Document, from: Address, pointer: string): Stop[] {
  const path = tokens(pointer)
  const stops: Stop[] = []
  let address = from
  let value: Json | undefined = document.resolve(from).value
  for (let taken = 0; ; taken++) {
    for (let seen = 0; isObject(value) && seen < 100; seen++) {
      stops.push({ value, rest: path.slice(taken) })
      const token = path[taken]
      const reference: Json | undefined = value['$ref']
      if (
        typeof reference !== 'string' ||
        document.broken.has(address) ||
        (token !== undefined && Object.hasOwn(value, token))
      )
        break
      const node = document.resolve(document.target(reference, address))
      address = node.address
      value = node.value
    }
    const token = path[taken]
    if (token === undefined) return stops
    const key: string | undefined = keyOf(value, token)
    if (key === undefined) return stops
    address = childOf(address, key)
    value = isArray(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
    if (value === undefined) return stops
  }
}

/**
 * Returns the key or index that a token in the pointer of a clause means. In a list, the token is an enum
 * value, the name of a parameter or the id of an invariant.
 */
function keyOf(value: Json | undefined, token: string): string | undefined {
  if (isObject(value)) return Object.hasOwn(value, token) ? token : undefined
  if (!isArray(value)) return undefined
  const index = value.findIndex((item) => (isObject(item) ? isNamed(item, token) : String(item) === token))
  return index >= 0 ? String(index) : /^\d+$/.test(token) && Number(token) < value.length ? token : undefined
}

/**
 * True if `token` is the name or id of `item`. If two parameters have the same name, `token` is the name with the
 * location before it: `query.id`.
 */
function isNamed(item: JsonObject, token: string): boolean {
  return item['name'] === token || item['id'] === token || `${String(item['in'])}.${String(item['name'])}` === token
}

/**
 * Returns the entry for the clause at `rest` from an annotation such as `x-source`. Several keys may match the clause.
 * In the order of preference, these are the whole pointer, the keyword with a name, the keyword, and the longest
 * prefix.
 */
function entryFor(map: JsonObject, rest: readonly string[], extra?: string): Json | undefined {
  const whole = rest.join('/')
  const keyword = keywordAtEnd(rest)
  const keys = [
    ...(extra === undefined ? [] : [`${whole}/${extra}`, `${rest.at(-1) ?? ''}/${extra}`]),
    whole,
    rest.slice(-2).join('/'),
    ...(keyword === undefined ? [] : [keyword]),
    ...rest.map((_, index) => rest.slice(0, rest.length - index).join('/')),
  ]
  const found = keys.find((key) => key !== '' && Object.hasOwn(map, key))
  return found === undefined ? undefined : map[found]
}

/** Returns the keyword at the end of a pointer. A name may follow the keyword, as in `required/id`. */
function keywordAtEnd(rest: readonly string[]): string | undefined {
  const before = rest.at(-2)
  return before !== undefined && NAMED.has(before) ? before : rest.at(-1)
}
const NAMED = new Set(['required', 'enum', 'type', 'dependentRequired', 'x-invariants', 'x-update'])

/**
 * Returns the source of a clause. Searches the objects that contain the clause, the innermost first, for an `x-source`
 * that applies to it. `negative` is the name of a negative case.
 */
export function sourceOf(stops: readonly Stop[], negative?: string): { source: Source; because?: string } {
  for (const stop of stops.toReversed()) {
    const said = stop.value['x-source']
    if (typeof said === 'string') return { source: said as Source }
    if (!isObject(said)) continue
    const named = entryFor(said, stop.rest, negative)
    // The key `*` does not apply to properties. Otherwise a property that is added later would get a source by
    // accident.
    if (named === undefined && isObject(stop.value['properties']) && stop.rest[0] === 'properties') break
    const entry = named ?? said['*']
    if (typeof entry === 'string') return { source: entry as Source }
    if (isObject(entry) && typeof entry['is'] === 'string') {
      const because = entry['because']
      return { source: entry['is'] as Source, ...(typeof because === 'string' ? { because } : {}) }
    }
  }
  return { source: 'unstated' }
}

/**
 * Returns the kinds of targets that cannot test a clause, with the reasons. They come from the `x-unreachable` of the
 * objects that contain the clause.
 */
export function unreachableOn(stops: readonly Stop[]): { on: TargetKind; because: string }[] {
  return stops.flatMap((stop) => {
    const map = stop.value['x-unreachable']
    const entry = isObject(map) ? readUnreachable(entryFor(map, stop.rest)) : undefined
    return entry === undefined ? [] : entry.on.map((on) => ({ on, because: entry.because }))
  })
}
