import { childOf, type Document } from '../document/document.ts'
import { pointer, valueAt } from '../document/json-pointer.ts'
import { ContractError } from '../errors.ts'
import { asText, isArray, isObject, type JsonObject } from '../json.ts'
import { brokenInRequest } from './broken-in-request.ts'
import { isJson } from './media-types.ts'
import {
  operationOfWebhooks,
  unreadableItem,
  unreadableOperation,
  unreadableResponse,
} from './read/unreadable-operation.ts'
import { cursorAt, entries, extensibleEntries, items, propertyOf, schemaIn, type Cursor } from './cursor.ts'
import { responsesIn } from './responses-in.ts'
import type {
  DocumentedEncoding,
  Example,
  Link,
  MediaType,
  Operation,
  Parameter,
  RequestBody,
  Response,
  ResponseHeader,
  SecurityRequirement,
} from './operation.ts'
import { readInvariants, readScenarios, readStates, readUnreachableStatuses } from './read/read-annotations.ts'
import { readSecurity } from './read/read-security.ts'
import { readRefusals, readTransitions } from './read/read-refusals.ts'
import { listDocumentParts, listUnexercised, listWebhooks } from './list-unexercised.ts'
import { listMethods } from './read/list-methods.ts'
import { readUpdate } from './read/read-update.ts'

/**
 * Returns all operations of a document, in document order. `of` selects the operations in `paths`, or the webhooks that
 * the API calls. The result is cached, because other caches use the returned objects as keys. OpenAPI 3.1.1 §4.8.1,
 * §4.8.8 to §4.8.10.
 */
export function listOperations(document: Document, of: 'paths' | 'webhooks' = 'paths'): Operation[] {
  const known = operationsOf[of].get(document)
  if (known !== undefined) return [...known]
  const root = cursorAt(document, document.root.address, '')
  const operations = operationsIn(root, pathItems(root, of))
  operationsOf[of].set(document, operations)
  return [...operations]
}

const operationsOf = {
  paths: new WeakMap<Document, readonly Operation[]>(),
  webhooks: new WeakMap<Document, readonly Operation[]>(),
}

/**
 * Returns the operations in the callbacks of an operation. Each gets a path that consists of the callback's name and
 * the expression for the URL that the API calls. OpenAPI 3.1.1 §4.8.18.
 */
export function listCallbacks({ document, address }: Operation): Operation[] {
  const callbacks = propertyOf(cursorAt(document, address, ''), 'callbacks')
  const found = extensibleEntries(callbacks).flatMap(([name, callback]) =>
    extensibleEntries(callback).map(([expression, item]): [string, Cursor] => [`${name} ${expression}`, item]),
  )
  return operationsIn(cursorAt(document, document.root.address, ''), found)
}

function operationsIn(root: Cursor, pathItems: readonly [path: string, item: Cursor | ContractError][]): Operation[] {
  const { document } = root
  const taken = new Set<string>()
  return pathItems.flatMap(([path, item]) => {
    if (item instanceof ContractError) return [unreadableItem(root, path, item)]
    const listed = listMethods(item)
    const methods = listed.map(({ method }) => method)
    return listed.map(({ owner, key, method }) => {
      const address = childOf(owner.address, key)
      const broken = brokenInRequest(item, cursorAt(document, address, ''), path)
      const read =
        broken === undefined
          ? readOperation(root, item, cursorAt(document, address, ''), path, method, methods)
          : unreadableOperation({ root, address, value: owner.value[key] as JsonObject, path, method, broken })
      return withUniqueId(read, taken)
    })
  })
}

/**
 * Returns at most two operations: one for the webhooks of a document, and one for the parts that belong to no
 * operation, such as tags. Leaves out an operation for which the document has no parts. The clauses of these operations
 * are never tested, because no case calls them.
 */
export function webhooksOperation(document: Document): Operation[] {
  const root = cursorAt(document, document.root.address, '')
  const parts = { '#/webhooks': listWebhooks(root), '#/': listDocumentParts(root) }
  return Object.entries(parts).flatMap(([id, unexercised]) =>
    unexercised.length === 0 ? [] : [operationOfWebhooks(root, id, unexercised)],
  )
}

/** Returns each path with its path item. If the path item has a broken `$ref`, returns the error instead. */
function pathItems(root: Cursor, of: 'paths' | 'webhooks'): [path: string, item: Cursor | ContractError][] {
  const paths = propertyOf(root, of)
  if (paths === undefined) return []
  return Object.keys(paths.value)
    .filter((path) => !path.startsWith('x-'))
    .flatMap((path): [string, Cursor | ContractError][] => {
      const broken = root.document.broken.get(childOf(paths.address, path))
      const item = broken ?? propertyOf(paths, path)
      return item === undefined ? [] : [[path, item]]
    })
}

/**
 * If an operation id was already used, replaces it with method and path. Ids must be unique (OpenAPI 3.1.1 §4.8.10).
 */
function withUniqueId(operation: Operation, taken: Set<string>): Operation {
  const { id, method, path } = operation
  const own = taken.has(id) ? `${method.toLowerCase()} ${path}` : id
  taken.add(own)
  return own === id ? operation : { ...operation, id: own }
}

function readOperation(
  root: Cursor,
  item: Cursor,
  operation: Cursor,
  path: string,
  method: string,
  methods: readonly string[],
): Operation {
  const { document, address, value } = operation
  const body = propertyOf(operation, 'requestBody')
  const requestBody = body === undefined ? undefined : readRequestBody(body)
  const { readable, unreadable } = responsesIn(operation)
  const responses = [
    ...readable.map(([status, response]) => readResponse(status, response)),
    ...unreadable.map(([status, place]) => unreadableResponse(statusOf(status), place)),
  ]
  const security = readSecurity(root, operation)
  const parameters = readParameters(item, operation).map((each) => withOwner(each, security))
  const update = readUpdate(operation, requestBody, responses)
  return {
    document,
    address,
    pointer: '',
    id: typeof value['operationId'] === 'string' ? value['operationId'] : `${method.toLowerCase()} ${path}`,
    method,
    path,
    methodsOnPath: methods,
    summary: asText(value['summary']),
    description: asText(value['description']),
    tags: isArray(value['tags']) ? value['tags'].map((tag) => asText(tag)) : [],
    deprecated: value['deprecated'] === true,
    parameters: parameters.filter((each) => !isSilentHeader(each)),
    ignoredHeaders: parameters
      .filter((each) => each.required && isSilentHeader(each))
      .map(({ name }) => name.toLowerCase()),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses,
    security,
    scenarios: readScenarios(operation),
    states: readStates(root),
    unreachableStatuses: readUnreachableStatuses(operation),
    refusals: readRefusals(operation),
    transitions: readTransitions(requestBody),
    unexercised: listUnexercised(item, operation),
    ...(update === undefined ? {} : { update }),
  }
}

/**
 * Returns the parameters of an operation and of its path item. If two have the same name and location, the one of the
 * operation is used. OpenAPI 3.1.1 §4.8.9.1.
 */
function readParameters(item: Cursor, operation: Cursor): Parameter[] {
  const merged = new Map<string, Cursor>()
  for (const owner of [item, operation]) {
    for (const each of items(owner, 'parameters', (value) => asText(value['name']))) {
      const name = asText(each.value['name'])
      // In header names, upper and lower case do not differ. RFC 9110 §5.1.
      const key = each.value['in'] === 'header' ? name.toLowerCase() : name
      merged.set(`${asText(each.value['in'])} ${key}`, each)
    }
  }
  const cursors = [...merged.values()]
  const names = cursors.map(({ value }) => asText(value['name']))
  return cursors.map((cursor, index) => {
    const name = names[index] ?? ''
    const isAmbiguous = names.indexOf(name) !== names.lastIndexOf(name)
    const label = isAmbiguous ? `${asText(cursor.value['in'])}.${name}` : name
    return readParameter({ ...cursor, pointer: `${operation.pointer}/parameters${pointer(label)}` })
  })
}

/**
 * Matches headers that cases cannot set, because the HTTP client sets them, such as `Host` and `Content-Length`. RFC
 * 9110 §7, RFC 9112 §6.
 */
const FRAMING =
  /^(connection|content-encoding|content-length|expect|host|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i

/** If cases must not choose the value of a parameter, adds the reason as `reserved`. */
function withOwner(parameter: Parameter, security: readonly SecurityRequirement[]): Parameter {
  const { name, in: place } = parameter
  if (place === 'header' && FRAMING.test(name))
    return { ...parameter, reserved: `the HTTP client sets the header ${name}` }
  const same = (other = ''): boolean =>
    place === 'header' ? other.toLowerCase() === name.toLowerCase() : other === name
  const scheme = security.flatMap(({ schemes }) => schemes).find((each) => each.in === place && same(each.parameter))
  return scheme === undefined
    ? parameter
    : { ...parameter, reserved: `the parameter holds the credential of ${scheme.name}` }
}

/** True for a header parameter that tools must ignore, such as `Accept`. OpenAPI 3.1.1 §4.8.12.1. */
function isSilentHeader(parameter: Parameter): boolean {
  return parameter.in === 'header' && /^(accept|content-type|authorization)$/i.test(parameter.name)
}

function readParameter(cursor: Cursor): Parameter {
  const { value } = cursor
  const isQuerystring = value['in'] === 'querystring'
  const where = ['query', 'header', 'cookie'].find((each) => each === value['in']) as Parameter['in'] | undefined
  const place = isQuerystring ? 'query' : (where ?? 'path')
  const usual = isQuerystring ? 'querystring' : place === 'path' || place === 'header' ? 'simple' : 'form'
  const style = typeof value['style'] === 'string' ? value['style'] : usual
  const [content] = entries(propertyOf(cursor, 'content'))
  const schema = content === undefined ? schemaIn(cursor) : schemaIn(content[1])
  return {
    address: cursor.address,
    pointer: cursor.pointer,
    name: asText(value['name']),
    in: place,
    required: value['required'] === true || place === 'path',
    style,
    explode: typeof value['explode'] === 'boolean' ? value['explode'] : style === 'form' || style === 'cookie',
    allowReserved: value['allowReserved'] === true,
    ...(content === undefined ? {} : { contentType: content[0] }),
    ...(schema === undefined ? {} : { schema }),
    examples: [...readExamples(cursor), ...(content === undefined ? [] : readExamples(content[1]))],
    isServerData:
      value['x-server-data'] === true ||
      (schema !== undefined && isObject(schema.value) && schema.value['x-server-data'] === true),
  }
}

function readRequestBody(cursor: Cursor): RequestBody {
  const { address, pointer, value } = cursor
  return { address, pointer, required: value['required'] === true, content: readContent(cursor) }
}

function readResponse(status: string, cursor: Cursor): Response {
  return {
    address: cursor.address,
    pointer: cursor.pointer,
    status: statusOf(status),
    headers: entries(propertyOf(cursor, 'headers'))
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, header]) => readHeader(name, header)),
    content: readContent(cursor),
    links: entries(propertyOf(cursor, 'links')).map(([name, link]) => readLink(name, link)),
    invariants: readInvariants(cursor.value, cursor.address),
  }
}

function statusOf(key: string): string {
  return /^\dxx$/i.test(key) ? key.toUpperCase() : key
}

function readHeader(name: string, cursor: Cursor): ResponseHeader {
  const [content] = entries(propertyOf(cursor, 'content'))
  // Headers with a schema and headers with JSON content are checked. `listUnexercised` lists headers with other
  // content.
  const isJudged = content === undefined || isJson(content[0])
  const schema = isJudged ? schemaIn(content?.[1] ?? cursor) : undefined
  return {
    address: cursor.address,
    pointer: cursor.pointer,
    name,
    required: cursor.value['required'] === true,
    explode: cursor.value['explode'] === true,
    ...(content === undefined ? {} : { contentType: content[0] }),
    ...(schema === undefined ? {} : { schema }),
  }
}

function readContent(cursor: Cursor): MediaType[] {
  return entries(propertyOf(cursor, 'content')).map(([range, mediaType]) => {
    const schema = schemaIn(mediaType)
    const { address, pointer } = mediaType
    const encoding = entries(propertyOf(mediaType, 'encoding')).map(
      ([name, each]) => [name, readEncoding(each)] as const,
    )
    return {
      address,
      pointer,
      range,
      ...(schema === undefined ? {} : { schema }),
      ...(isStream(mediaType) ? { isStream: true } : {}),
      examples: readExamples(mediaType),
      ...(encoding.length === 0 ? {} : { encoding: Object.fromEntries(encoding) }),
    }
  })
}

/** True if the Media Type Object had an `itemSchema` before the OpenAPI 3.2 document was converted. */
function isStream({ document, address }: Cursor): boolean {
  if (!document.openapi.startsWith('3.2')) return false
  const hash = address.indexOf('#')
  const written = valueAt(document.written.get(address.slice(0, hash)), address.slice(hash + 1))
  return isObject(written) && written['itemSchema'] !== undefined
}

function readEncoding(cursor: Cursor): DocumentedEncoding {
  const { contentType, style, explode, allowReserved } = cursor.value
  return {
    ...(typeof contentType === 'string' ? { contentType } : {}),
    ...(typeof style === 'string' ? { style } : {}),
    ...(typeof explode === 'boolean' ? { explode } : {}),
    ...(typeof allowReserved === 'boolean' ? { allowReserved } : {}),
    headers: entries(propertyOf(cursor, 'headers'))
      .filter(([name]) => name.toLowerCase() !== 'content-type')
      .map(([name, header]) => readHeader(name, header)),
  }
}

function readExamples(cursor: Cursor): Example[] {
  const { value, address } = cursor
  if (value['example'] !== undefined) {
    return [{ name: 'example', value: value['example'], address: childOf(address, 'example') }]
  }
  return entries(propertyOf(cursor, 'examples')).flatMap(([name, example]) =>
    example.value['value'] === undefined
      ? []
      : [{ name, value: example.value['value'], address: childOf(example.address, 'value') }],
  )
}

function readLink(name: string, cursor: Cursor): Link {
  const { value } = cursor
  return {
    name,
    ...(typeof value['operationId'] === 'string' ? { operationId: value['operationId'] } : {}),
    ...(typeof value['operationRef'] === 'string' ? { operationRef: value['operationRef'] } : {}),
    parameters: isObject(value['parameters']) ? value['parameters'] : {},
  }
}
