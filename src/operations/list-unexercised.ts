import { asText, isObject, type JsonObject } from '../json.ts'
import { pointer } from '../document/json-pointer.ts'
import { childOf } from '../document/document.ts'
import { brokenReference } from './read/broken-reference.ts'
import { cursorAt, entries, extensibleEntries, items, propertyOf, type Cursor } from './cursor.ts'
import { listMethods } from './read/list-methods.ts'
import { isJson } from './media-types.ts'
import type { Unexercised } from './operation.ts'
import { responsesIn } from './responses-in.ts'

/**
 * Returns the parts of an operation that no case can test: callbacks, links, response headers whose content is not
 * JSON, examples with `externalValue` or `serializedValue`, encodings by position, and responses with a broken
 * reference. `item` is the path item of the operation.
 */
export function listUnexercised(item: Cursor, operation: Cursor): Unexercised[] {
  const body = propertyOf(operation, 'requestBody')
  const parameters = [{ ...item, pointer: operation.pointer }, operation].flatMap((owner) =>
    items(owner, 'parameters', namedOr),
  )
  const { readable, unreadable } = responsesIn(operation)
  const responses = readable.map(([, response]) => response)
  return [
    ...parameters.flatMap((each) => [...externalExamples(each), ...ofContent(each)]),
    ...(body === undefined ? [] : ofContent(body)),
    ...responses.flatMap((response) => [
      ...headersOf(response).flatMap((header) => [
        ...entries(propertyOf(header, 'content')).flatMap(([type, each]) =>
          isJson(type) ? [] : [placed('header-content', each)],
        ),
        ...externalExamples(header),
      ]),
      ...ofContent(response),
      ...entries(propertyOf(response, 'links')).map(([, link]) => placed('link', link)),
    ]),
    ...unreadable.map(([, { address, pointer: at }]): Unexercised => ({
      kind: 'unreadable-response',
      address,
      pointer: `${at}/content`,
    })),
    ...extensibleEntries(propertyOf(operation, 'callbacks')).flatMap(([, callback]) =>
      extensibleEntries(callback).flatMap(([, item]) => requestsOf(item, 'callback')),
    ),
  ]
}

/** Returns the requests in the webhooks of a document. OpenAPI 3.1.1 §4.8.1. */
export function listWebhooks(root: Cursor): Unexercised[] {
  const { document, address, value } = root
  const webhooks = isObject(value['webhooks']) ? Object.keys(value['webhooks']) : []
  return webhooks.flatMap((name): Unexercised[] => {
    const place = childOf(address, 'webhooks', name)
    // If a path item has a broken reference, its methods may be unknown.
    if (brokenReference(document, [place]) !== undefined)
      return [{ kind: 'webhook', address: place, pointer: pointer(name) }]
    const item = propertyOf(cursorAt(document, childOf(address, 'webhooks'), ''), name)
    return item === undefined ? [] : requestsOf(item, 'webhook')
  })
}

/**
 * Returns the parts of an OpenAPI 3.2 document that no request can test: the hierarchy of tags, the names of servers,
 * and the metadata of security schemes. OpenAPI 3.2.0 §4.5, §4.22, §4.27.
 */
export function listDocumentParts(root: Cursor): Unexercised[] {
  if (!root.document.openapi.startsWith('3.2')) return []
  const parts = (kind: Unexercised['kind'], owners: readonly Cursor[], keys: readonly string[]): Unexercised[] =>
    owners.flatMap((owner) =>
      keys.filter((key) => owner.value[key] !== undefined).map((key) => inside(kind, owner, key)),
    )
  const components = propertyOf(root, 'components')
  const schemes = entries(components === undefined ? undefined : propertyOf(components, 'securitySchemes')).map(
    ([, scheme]) => scheme,
  )
  const flows = schemes.flatMap((scheme) => propertyOf(scheme, 'flows') ?? [])
  return [
    ...parts('server-name', items(root, 'servers', namedOr), ['name']),
    ...parts('tag', items(root, 'tags', namedOr), ['summary', 'parent', 'kind']),
    ...parts('security-metadata', schemes, ['oauth2MetadataUrl', 'deprecated']),
    ...parts('device-authorization', flows, ['deviceAuthorization']),
  ]
}

function namedOr({ name }: JsonObject, index: number): string {
  return asText(name) || String(index)
}

function requestsOf(item: Cursor, kind: 'callback' | 'webhook'): Unexercised[] {
  return listMethods(item).map(({ owner, key }) => ({
    kind,
    address: childOf(owner.address, key),
    pointer: item.pointer + owner.address.slice(item.address.length) + pointer(key),
  }))
}

/** Returns the headers of a response. Leaves out `Content-Type`, which OpenAPI ignores (3.1.1 §4.8.17). */
function headersOf(response: Cursor): Cursor[] {
  const headers = entries(propertyOf(response, 'headers'))
  return headers.flatMap(([name, header]) => (name.toLowerCase() === 'content-type' ? [] : [header]))
}

function ofContent(owner: Cursor): Unexercised[] {
  return contentOf(owner).flatMap((each) => [...externalExamples(each), ...itemEncodings(each)])
}

/** Returns the fields that encode the parts of a multipart body by their position. OpenAPI 3.2.0 §4.14. */
function itemEncodings(mediaType: Cursor): Unexercised[] {
  return ['prefixEncoding', 'itemEncoding']
    .filter((key) => mediaType.document.openapi.startsWith('3.2') && mediaType.value[key] !== undefined)
    .map((key) => inside('item-encoding', mediaType, key))
}

function contentOf(owner: Cursor): Cursor[] {
  return entries(propertyOf(owner, 'content')).map(([, mediaType]) => mediaType)
}

/**
 * Returns the examples whose value is not in the document, such as the file of an `externalValue` (OpenAPI 3.1.1
 * §4.8.19).
 */
function externalExamples(owner: Cursor): Unexercised[] {
  return entries(propertyOf(owner, 'examples')).flatMap(([, example]) => [
    ...(typeof example.value['externalValue'] === 'string' ? [placed('external-example', example)] : []),
    ...(typeof example.value['serializedValue'] === 'string'
      ? [inside('serialized-example', example, 'serializedValue')]
      : []),
  ])
}

function placed(kind: Unexercised['kind'], { address, pointer: at }: Cursor): Unexercised {
  return { kind, address, pointer: at }
}

function inside(kind: Unexercised['kind'], { address, pointer: at }: Cursor, key: string): Unexercised {
  return { kind, address: childOf(address, key), pointer: at + pointer(key) }
}
