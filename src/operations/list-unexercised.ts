import { asText, isObject } from '../json.ts'
import { pointer } from '../document/json-pointer.ts'
import { childOf } from '../document/document.ts'
import { brokenReference } from './broken-reference.ts'
import { cursorAt, entries, extensibleEntries, items, propertyOf, type Cursor } from './cursor.ts'
import type { Unexercised } from './operation.ts'

/** The fixed fields of a Path Item Object that hold operations. OpenAPI 3.1.1 §4.8.9. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/**
 * Returns the parts of an operation that the gate reads but cannot exercise. These are the requests of callbacks, the
 * links of responses, response headers with `content`, and examples with `externalValue`. `item` is the path item.
 */
export function listUnexercised(item: Cursor, operation: Cursor): Unexercised[] {
  const body = propertyOf(operation, 'requestBody')
  const parameters = [{ ...item, pointer: operation.pointer }, operation].flatMap((owner) =>
    items(owner, 'parameters', ({ name }, index) => asText(name) || String(index)),
  )
  const responses = extensibleEntries(propertyOf(operation, 'responses')).map(([, response]) => response)
  return [
    ...parameters.flatMap((each) => [...externalExamples(each), ...ofContent(each)]),
    ...(body === undefined ? [] : ofContent(body)),
    ...responses.flatMap((response) => [
      ...headersOf(response).flatMap((header) => [
        ...contentOf(header).map((each) => placed('header-content', each)),
        ...externalExamples(header),
      ]),
      ...ofContent(response),
      ...entries(propertyOf(response, 'links')).map(([, link]) => placed('link', link)),
    ]),
    ...extensibleEntries(propertyOf(operation, 'callbacks')).flatMap(([, callback]) =>
      extensibleEntries(callback).flatMap(([, item]) => requestsOf(item, 'callback')),
    ),
  ]
}

/** Returns the requests of the webhooks of a document. OpenAPI 3.1.1 §4.8.1. */
export function listWebhooks(root: Cursor): Unexercised[] {
  const { document, address, value } = root
  const webhooks = isObject(value['webhooks']) ? Object.keys(value['webhooks']) : []
  return webhooks.flatMap((name): Unexercised[] => {
    const place = childOf(address, 'webhooks', name)
    // If a reference in a path item has no target, the methods of the path item may be unknown.
    if (brokenReference(document, [place]) !== undefined)
      return [{ kind: 'webhook', address: place, pointer: pointer(name) }]
    const item = propertyOf(cursorAt(document, childOf(address, 'webhooks'), ''), name)
    return item === undefined ? [] : requestsOf(item, 'webhook')
  })
}

function requestsOf(item: Cursor, kind: 'callback' | 'webhook'): Unexercised[] {
  return METHODS.filter((method) => isObject(item.value[method])).map((method) => ({
    kind,
    address: childOf(item.address, method),
    pointer: item.pointer + pointer(method),
  }))
}

/** A response header named Content-Type is ignored. OpenAPI 3.1.1 §4.8.17. */
function headersOf(response: Cursor): Cursor[] {
  const headers = entries(propertyOf(response, 'headers'))
  return headers.flatMap(([name, header]) => (name.toLowerCase() === 'content-type' ? [] : [header]))
}

function ofContent(owner: Cursor): Unexercised[] {
  return contentOf(owner).flatMap(externalExamples)
}

function contentOf(owner: Cursor): Cursor[] {
  return entries(propertyOf(owner, 'content')).map(([, mediaType]) => mediaType)
}

/** An Example Object has `value` or `externalValue`. OpenAPI 3.1.1 §4.8.19. */
function externalExamples(owner: Cursor): Unexercised[] {
  return entries(propertyOf(owner, 'examples'))
    .filter(([, { value }]) => typeof value['externalValue'] === 'string')
    .map(([, example]) => placed('external-example', example))
}

function placed(kind: Unexercised['kind'], { address, pointer: at }: Cursor): Unexercised {
  return { kind, address, pointer: at }
}
