import { fileURLToPath } from 'node:url'
import { childOf, type Document } from '../../document/document.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * Converts the root file of an OpenAPI 3.2 document to 3.1 for Prism. Leaves out methods and parameters that 3.1 does
 * not have, so the mock cannot test them. Makes references absolute. Replaces a reference to a Media Type Object by its
 * target.
 */
export function lowerTo31(document: Document): Json {
  const [[url, root] = ['', null]] = document.resources
  const lowered = walkDocument(root, (value, at, names) => {
    const address = `${url}#${at}`
    if (names) return value
    const kept = withAbsoluteReference(document, without32(document, address, value), url)
    const { content, responses } = kept
    return {
      ...kept,
      ...(isObject(content) ? { content: withoutReferences(document, childOf(address, 'content'), content) } : {}),
      ...(isObject(responses) ? { responses: withDescriptions(responses) } : {}),
    }
  })
  return isObject(lowered) ? { ...lowered, openapi: '3.1.0' } : lowered
}

/** Removes fields of OpenAPI 3.2 that Prism would misread. */
function without32(document: Document, address: string, value: JsonObject): JsonObject {
  const { query, additionalOperations, parameters, ...rest } = value
  const isCookie = rest['in'] === 'cookie' && rest['style'] === 'cookie'
  const { style: _style, ...plain } = rest
  return {
    ...(isCookie ? plain : rest),
    // In an object other than a path item, such as a callback, `query` may be an ordinary key. It is then kept.
    ...(isObject(query) && isObject(query['responses']) ? {} : query === undefined ? {} : { query }),
    ...(isObject(additionalOperations) ? {} : additionalOperations === undefined ? {} : { additionalOperations }),
    ...(parameters === undefined ? {} : { parameters: withoutQuerystring(document, address, parameters) }),
  }
}

function withoutQuerystring(document: Document, address: string, parameters: Json): Json {
  if (!isArray(parameters)) return parameters
  return parameters.filter((_, index) => {
    const { value } = document.resolve(childOf(address, 'parameters', index))
    return !isObject(value) || value['in'] !== 'querystring'
  })
}

function withoutReferences(document: Document, address: string, content: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.keys(content).map((range) => [range, document.resolve(childOf(address, range)).value]),
  )
}

function withDescriptions(responses: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [
      status,
      isObject(response) && response['$ref'] === undefined ? { description: '', ...response } : response,
    ]),
  )
}

function withAbsoluteReference(document: Document, value: JsonObject, url: string): JsonObject {
  const reference = value['$ref']
  if (typeof reference !== 'string' || reference.startsWith('#')) return value
  const target = document.target(reference, `${url}#`)
  const [file = '', pointer = ''] = target.split('#')
  return { ...value, $ref: file === url ? `#${pointer}` : `${fileURLToPath(file)}#${pointer}` }
}
