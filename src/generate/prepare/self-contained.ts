import type { Address, Document } from '../../document/document.ts'
import { parentOf, pointer, tokens, valueAt } from '../../document/json-pointer.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { asObject, isObject, type Json, type JsonObject } from '../../json.ts'

/** The keys under which a `$ref` can be, each with the kind of component that the `$ref` must reference. */
const KINDS: Readonly<Record<string, string>> = {
  parameters: 'parameters',
  responses: 'responses',
  requestBody: 'requestBodies',
  requestBodies: 'requestBodies',
  headers: 'headers',
  paths: 'pathItems',
  pathItems: 'pathItems',
  links: 'links',
  callbacks: 'callbacks',
  securitySchemes: 'securitySchemes',
  examples: 'examples',
}

/**
 * Returns the document as one object without annotations, in which every `$ref` leads to a component. If a reference
 * leads into another file or into a path, its target becomes a component, named after its original place.
 */
export function selfContained(document: Document): JsonObject {
  const moved = new Map<Address, { kind: string; name: string }>()
  const components: Record<string, Record<string, Json>> = {}
  const own = fileOf(document.root.address)
  const declared = document.root.value['components']

  const nameFor = (kind: string, address: Address): string => {
    const last = tokens(address.slice(address.indexOf('#') + 1)).at(-1)
    const wanted = (
      last ??
      fileOf(address)
        .replace(/^.*\//, '')
        .replace(/\.[^.]*$/, '')
    ).replace(/[^\w.-]/g, '_')
    const taken = new Set([...Object.keys(components[kind] ?? {}), ...Object.keys(asObject(asObject(declared)[kind]))])
    let name = wanted
    for (let count = 2; taken.has(name); count += 1) name = `${wanted}${count}`
    return name
  }

  const move = (address: Address, kind: string): string => {
    const known = moved.get(address)
    if (known !== undefined) return `#${pointer('components', known.kind, known.name)}`
    const name = nameFor(kind, address)
    moved.set(address, { kind, name })
    const section = (components[kind] ??= {})
    section[name] = null
    section[name] = copy(valueAtAddress(document, address), address)
    return `#${pointer('components', kind, name)}`
  }

  const copy = (value: Json, address: Address): Json => {
    const base = address.slice(address.indexOf('#') + 1)
    return walkDocument(value, (node, at, names) => {
      const kept = names ? withMediaTypes(node, base + at) : withoutAnnotations(node)
      const reference = kept['$ref']
      if (names || typeof reference !== 'string') return kept
      const target = document.target(reference, address)
      if (fileOf(target) === own && isComponent(target)) return { ...kept, $ref: target.slice(target.indexOf('#')) }
      return { ...kept, $ref: move(target, kindAt(base + at)) }
    })
  }

  // Prepares a map of media types of OpenAPI 3.2. Replaces each `$ref` to a Media Type Object by a copy of its target,
  // and removes the schema of streams (`itemSchema`). OpenAPI 3.1 and openapi-typescript support neither.
  const withMediaTypes = (node: JsonObject, at: string): JsonObject => {
    if (!document.openapi.startsWith('3.2') || tokens(at).at(-1) !== 'content') return node
    return Object.fromEntries(
      Object.entries(node).map(([range, mediaType]) => {
        const reference = isObject(mediaType) ? mediaType['$ref'] : undefined
        const place = `${own}#${at}${pointer(range)}`
        const target = typeof reference === 'string' ? document.target(reference, place) : place
        const copied = typeof reference === 'string' ? copy(valueAtAddress(document, target), target) : mediaType
        return [range, isObject(copied) && isStreamAt(document, target) ? withoutSchema(copied) : copied]
      }),
    )
  }

  const root = copy(document.root.value, document.root.address)
  if (!isObject(root)) return {}
  if (moved.size === 0) return root
  const merged = Object.fromEntries(
    Object.entries(components).map(([kind, members]) => [
      kind,
      { ...asObject(asObject(root['components'])[kind]), ...members },
    ]),
  )
  return { ...root, components: { ...(isObject(root['components']) ? root['components'] : {}), ...merged } }
}

/**
 * True for the address of a component. A reference to another place, such as an optional property, has no correct
 * TypeScript type.
 */
function isComponent(address: Address): boolean {
  const [first, , , ...deeper] = tokens(address.slice(address.indexOf('#') + 1))
  return first === 'components' && deeper.length === 0
}

function isStreamAt(document: Document, address: Address): boolean {
  const written = valueAt(document.written.get(fileOf(address)), address.slice(address.indexOf('#') + 1))
  return isObject(written) && written['itemSchema'] !== undefined
}

function withoutSchema({ schema: _schema, ...rest }: JsonObject): JsonObject {
  return rest
}

function kindAt(at: string): string {
  const above = tokens(at)
  const near = above.at(-1)
  if (near === 'requestBody') return 'requestBodies'
  return KINDS[tokens(parentOf(at)).at(-1) ?? ''] ?? 'schemas'
}

function withoutAnnotations(node: JsonObject): JsonObject {
  if (!Object.keys(node).some((key) => key.startsWith('x-'))) return node
  return Object.fromEntries(Object.entries(node).filter(([key]) => !key.startsWith('x-')))
}

function fileOf(address: Address): string {
  return address.slice(0, address.indexOf('#'))
}

function valueAtAddress(document: Document, address: Address): Json {
  return document.resolve(address).value
}
