import type { Document } from '../../document/document.ts'
import { childOf, type Address } from '../../document/document.ts'
import { printLocation } from '../../document/location.ts'
import { walkDocument } from '../../document/walk-document.ts'
import { isObject } from '../../json.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'

/** The methods for which openapi-typescript 7 generates types. */
const TYPED = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)$/

/**
 * Returns the operations for which code is generated, without the parts of OpenAPI 3.2 that openapi-typescript ignores.
 * The body of a stream therefore has the type `unknown`.
 */
export function supportedOperations(operations: readonly Operation[]): Operation[] {
  return operations.filter(isTyped).map((operation) => ({
    ...operation,
    parameters: operation.parameters.filter(({ style }) => style !== 'querystring'),
    ...(operation.requestBody === undefined
      ? {}
      : { requestBody: { ...operation.requestBody, content: operation.requestBody.content.map(withoutItems) } }),
    responses: operation.responses.map((each) => ({ ...each, content: each.content.map(withoutItems) })),
  }))
}

/** Describes each part of the document that generated code leaves out, and its place in the document. */
export function listDropped(document: Document, operations: readonly Operation[]): string[] {
  const say = (address: Address, text: string): string => `${printLocation(document.locate(address))} ${text}`
  const ofOperations = operations.flatMap((operation) => {
    const { id, method, address, parameters, requestBody, responses } = operation
    if (!TYPED.test(method)) return [say(address, `${id} is left out: openapi-typescript has no types for ${method}`)]
    const whole = parameters.filter(({ style }) => style === 'querystring')
    const streams = [...(requestBody?.content ?? []), ...responses.flatMap(({ content }) => content)].filter(isStream)
    return [
      ...whole.map((each) =>
        say(
          each.address,
          each.required
            ? `${id} is left out: openapi-typescript does not know \`in: querystring\``
            : `the parameter ${each.name} of ${id} is left out: openapi-typescript does not know \`in: querystring\``,
        ),
      ),
      ...streams.map(({ address: at, range }) =>
        say(at, `the items of ${range} in ${id} have no type: openapi-typescript does not know \`itemSchema\``),
      ),
    ]
  })
  return [...new Set([...ofOperations, ...defaultMappings(document, say)])]
}

function isTyped({ method, parameters }: Operation): boolean {
  return TYPED.test(method) && !parameters.some(({ style, required }) => style === 'querystring' && required)
}

function isStream(mediaType: MediaType): boolean {
  return mediaType.isStream === true
}

function withoutItems(mediaType: MediaType): MediaType {
  if (!isStream(mediaType)) return mediaType
  const { schema: _schema, ...rest } = mediaType
  return rest
}

function defaultMappings(document: Document, say: (address: Address, text: string) => string): string[] {
  if (!document.openapi.startsWith('3.2')) return []
  const found: string[] = []
  for (const [url, resource] of document.resources) {
    walkDocument(resource, (value, at, names) => {
      const { discriminator } = value
      if (!names && isObject(discriminator) && discriminator['defaultMapping'] !== undefined) {
        const address = childOf(`${url}#${at}`, 'discriminator', 'defaultMapping')
        found.push(
          say(address, 'the generated types allow only the mapped values: openapi-typescript ignores `defaultMapping`'),
        )
      }
      return value
    })
  }
  return found
}
