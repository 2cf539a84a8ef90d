import { childOf, type Address, type Document } from '../../document/document.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'

export type SchemaValue = JsonObject | boolean

export interface FoundSchema {
  readonly address: Address
  readonly value: SchemaValue
}

const indexes = new WeakMap<Document, ReadonlyMap<string, Address>>()

/** The schema at an address as it stands there: its own `$ref` is not followed, because its siblings count. */
export function schemaAt(document: Document, address: Address): FoundSchema | undefined {
  const hash = address.indexOf('#')
  const resource = document.resources.get(hash < 0 ? address : address.slice(0, hash))
  const value = valueAt(resource, hash < 0 ? '' : address.slice(hash + 1))
  return typeof value === 'boolean' || isObject(value) ? { address, value } : undefined
}

/** The schema that a reference means; undefined where it leads nowhere. JSON Schema 2020-12 Core §8.2. */
export function followReference(document: Document, reference: string, from: Address): FoundSchema | undefined {
  const direct = targetOf(document, reference, from)
  const found = direct === undefined ? undefined : schemaAt(document, direct)
  if (found !== undefined) return found
  for (const base of basesOf(document, from)) {
    if (!URL.canParse(reference, base)) continue
    const [url = '', fragment = ''] = new URL(reference, base).href.split('#')
    const named = indexOf(document).get(`${url}#${fragment}`)
    if (named !== undefined) return schemaAt(document, named)
    const whole = indexOf(document).get(`${url}#`)
    const inside = whole === undefined ? undefined : schemaAt(document, whole + decodeURIComponent(fragment))
    if (inside !== undefined) return inside
  }
  return undefined
}

function targetOf(document: Document, reference: string, from: Address): Address | undefined {
  try {
    return document.target(reference, from)
  } catch {
    return undefined
  }
}

/** The base URLs in force at an address, nearest first: every enclosing `$id`, then the file. Core §8.2.1. */
function basesOf(document: Document, from: Address): readonly string[] {
  const index = indexOf(document)
  const [file = ''] = from.split('#')
  const bases = [...index]
    .filter(([name, address]) => name.endsWith('#') && (from === address || from.startsWith(`${address}/`)))
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name]) => name.slice(0, -1))
  return [...bases, file]
}

/** `<base>#<anchor>` and `<id>#` of every schema of the document → its address. */
function indexOf(document: Document): ReadonlyMap<string, Address> {
  const known = indexes.get(document)
  if (known !== undefined) return known
  const index = new Map<string, Address>()
  for (const [file, root] of document.resources) addNames(root, `${file}#`, file, index)
  indexes.set(document, index)
  return index
}

function addNames(value: Json, address: Address, base: string, index: Map<string, Address>): void {
  if (isArray(value)) value.forEach((one, at) => addNames(one, childOf(address, at), base, index))
  if (!isObject(value)) return
  const { $id: id, $anchor: anchor, $dynamicAnchor: dynamicAnchor } = value
  const inner = typeof id === 'string' && URL.canParse(id, base) ? new URL(id, base).href.replace(/#$/, '') : base
  if (inner !== base) index.set(`${inner}#`, address)
  for (const name of [anchor, dynamicAnchor]) if (typeof name === 'string') index.set(`${inner}#${name}`, address)
  for (const [name, one] of Object.entries(value)) addNames(one, childOf(address, name), inner, index)
}
