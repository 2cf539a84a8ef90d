import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A node of a parsed document. */
export type Node = Readonly<Record<string, unknown>>

/** The parts of a request in the form in which they are sent. */
export interface SentRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly text: string | undefined
}

interface Found {
  readonly operation: Node
  readonly parameters: readonly Node[]
  readonly path: Readonly<Record<string, string>>
  readonly name: string
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const node = (value: unknown): Node => (isNode(value) ? value : {})
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.map(node) : [])

type Direction = 'request' | 'response'

function lookUp(document: Node, reference: string): unknown {
  const names = reference.slice(2).split('/')
  return names.reduce<unknown>((at, name) => node(at)[name.replaceAll('~1', '/').replaceAll('~0', '~')], document)
}

/**
 * Returns the required properties that are sent in `direction`. A request has no readOnly properties, and a response
 * has no writeOnly properties (OpenAPI 3.0.3, Schema Object).
 */
const travelling = (required: readonly unknown[], properties: Node, direction: Direction) =>
  required.filter((name) => node(properties[String(name)])[direction === 'request' ? 'readOnly' : 'writeOnly'] !== true)

/**
 * Converts one branch of a `oneOf` whose discriminator has no mapping. In the result, the discriminator property is
 * required, and its value must be the name of the branch's schema.
 */
const branch = (document: Node, item: unknown, property: string, direction: Direction) => ({
  allOf: [
    plainSchema(document, item, direction),
    { required: [property], properties: { [property]: { const: String(node(item)['$ref']).split('/').at(-1) } } },
  ],
})

function plainKeyword(document: Node, schema: Node, key: string, direction: Direction): unknown {
  const value = schema[key]
  if (key === 'required' && Array.isArray(value)) return travelling(value, node(schema['properties']), direction)
  if (key === 'type' && schema['nullable'] === true) return [value, 'null']
  if (key === 'oneOf' && isNode(schema['discriminator']) && Array.isArray(value))
    return value.map((item) => branch(document, item, String(node(schema['discriminator'])['propertyName']), direction))
  if (key === 'properties')
    return Object.fromEntries(
      Object.entries(node(value)).map(([name, property]) => {
        const hidden = direction === 'response' && node(property)['writeOnly'] === true
        return [name, hidden ? false : plainSchema(document, property, direction)]
      }),
    )
  return plainSchema(document, value, direction)
}

/**
 * Converts a schema of OpenAPI 3.0 or 3.1 to JSON Schema 2020-12. Each `$ref` is replaced by its target, because no
 * schema of the known servers is recursive.
 */
function plainSchema(document: Node, value: unknown, direction: Direction): unknown {
  if (Array.isArray(value)) return value.map((item) => plainSchema(document, item, direction))
  if (!isNode(value)) return value
  if (typeof value['$ref'] === 'string') return plainSchema(document, lookUp(document, value['$ref']), direction)
  const plain: Record<string, unknown> = Object.fromEntries(
    Object.keys(value)
      .filter((key) => key !== 'discriminator' && key !== 'nullable')
      .map((key) => [key, plainKeyword(document, value, key, direction)]),
  )
  // Ajv ignores an `if` without `then`. But such an `if` has an effect (JSON Schema Core §10.2.2.1), so `then` is
  // added.
  if (plain['if'] !== undefined) plain['then'] ??= plain['if']
  if (plain['exclusiveMinimum'] === true) {
    plain['exclusiveMinimum'] = plain['minimum']
    delete plain['minimum']
  }
  return plain
}

const coerced = (text: string, schema: Node): unknown => {
  const type = schema['type']
  if (type === 'integer' || type === 'number') return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  return text
}

/** Parses a header of the style `simple`. */
function headerValue(text: string, schema: Node, exploded: boolean): unknown {
  const parts = text.split(',').map((part) => part.trim())
  if (schema['type'] === 'array') return parts.map((part) => coerced(part, node(schema['items'])))
  if (schema['type'] !== 'object') return coerced(text, schema)
  const pairs = exploded
    ? parts.map((part) => part.split('='))
    : parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1]]] : []))
  const properties = node(schema['properties'])
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, coerced(value, node(properties[name]))]))
}

/** Parses a query parameter of the style `form`, `pipeDelimited` or `deepObject` (OpenAPI 3.0.3, "Style Values"). */
function queryValue(query: URLSearchParams, parameter: Node, name: string, schema: Node): unknown {
  if (parameter['style'] === 'deepObject') {
    const pairs = [...query].flatMap(([key, text]) =>
      key.startsWith(`${name}[`) ? [[key.slice(name.length + 1, -1), text]] : [],
    )
    const properties = node(schema['properties'])
    if (pairs.length === 0) return undefined
    return Object.fromEntries(pairs.map(([key = '', text = '']) => [key, coerced(text, node(properties[key]))]))
  }
  const text = query.get(name)
  if (text === null) return undefined
  if (schema['type'] !== 'array') return coerced(text, schema)
  const separator = parameter['style'] === 'pipeDelimited' ? '|' : ','
  const items = parameter['explode'] === false ? text.split(separator) : query.getAll(name)
  return items.map((item) => coerced(item, node(schema['items'])))
}

function parameterValue(
  parameter: Node,
  name: string,
  schema: Node,
  found: Found,
  { url, headers }: SentRequest,
): unknown {
  if (parameter['in'] === 'path') return coerced(found.path[name] ?? '', schema)
  if (parameter['in'] === 'query') return queryValue(url.searchParams, parameter, name, schema)
  const text = headers.get(name)
  return text === null ? undefined : headerValue(text, schema, parameter['explode'] === true)
}

function formValue(text: string, schema: Node): unknown {
  const form = new URLSearchParams(text)
  const properties = node(schema['properties'])
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const property = node(properties[name])
      const items = node(property['items'])
      if (property['type'] === 'array') return [name, form.getAll(name).map((item) => coerced(item, items))]
      return [name, coerced(form.get(name) ?? '', property)]
    }),
  )
}

const mediaType = (headers: Headers) => (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
const isJson = (type: string) => /^application\/(.*\+)?json$/.test(type)

/**
 * Validates requests and responses against a document. Uses ajv instead of the code of the gate, which these tests
 * check.
 */
export function openDocument(file: string) {
  const document = parse(readFileSync(file, 'utf8'), { intAsBigInt: false }) as Node
  const ajv = new Ajv2020({ multipleOfPrecision: 9, strict: false, validateSchema: false, logger: false })
  addFormats.default(ajv)
  const resolve = (value: unknown): Node =>
    isNode(value) && typeof value['$ref'] === 'string' ? resolve(lookUp(document, value['$ref'])) : node(value)
  const violationsOf = (value: unknown, schema: unknown, direction: Direction, where: string): readonly string[] => {
    const plain = plainSchema(document, schema, direction) as Node
    const validate = ajv.compile(plain)
    return validate(value) ? [] : [`${where}: ${ajv.errorsText(validate.errors)}`]
  }

  const operations = Object.entries(node(document['paths'])).flatMap(([template, item]) =>
    Object.entries(node(item))
      .filter(([method]) => method !== 'parameters')
      .map(([method, value]) => ({
        method: method.toUpperCase(),
        parts: template.split('/'),
        operation: node(value),
        parameters: [...list(node(item)['parameters']), ...list(node(value)['parameters'])].map(resolve),
        name: String(node(value)['operationId'] ?? `${method.toUpperCase()} ${template}`),
      })),
  )

  const find = (method: string, url: URL): Found | undefined => {
    const actual = url.pathname.split('/').map(decodeURIComponent)
    const found = operations.find(
      (each) =>
        each.method === method &&
        each.parts.length === actual.length &&
        each.parts.every((part, i) => part.startsWith('{') || part === actual[i]),
    )
    if (found === undefined) return undefined
    const names = found.parts.flatMap((part, i) => (part.startsWith('{') ? [[part.slice(1, -1), actual[i] ?? '']] : []))
    return { ...found, path: Object.fromEntries(names) as Record<string, string> }
  }

  const parameterViolations = (parameter: Node, found: Found, request: SentRequest): readonly string[] => {
    const name = String(parameter['name'])
    const schema = plainSchema(document, parameter['schema'], 'request') as Node
    const value = parameterValue(parameter, name, schema, found, request)
    if (value === undefined) return parameter['required'] === true ? [`${name} is missing`] : []
    return violationsOf(value, schema, 'request', name)
  }

  const bodyViolations = (content: Node, headers: Headers, text: string, direction: Direction): readonly string[] => {
    const type = mediaType(headers)
    if (!Object.hasOwn(content, type)) return [`the media type ${type} is not documented`]
    const schema = plainSchema(document, node(content[type])['schema'], direction)
    if (schema === undefined) return []
    if (type === 'application/x-www-form-urlencoded')
      return violationsOf(formValue(text, node(schema)), schema, direction, 'body')
    if (!isJson(type)) return []
    try {
      return violationsOf(JSON.parse(text), schema, direction, 'body')
    } catch {
      return ['the body is not JSON']
    }
  }

  return {
    /**
     * The names of all operations. The name of an operation is its operationId. If it has no operationId, its name is
     * method and path.
     */
    operations: operations.map(({ name }) => name),
    /** Returns the name of the operation that matches a request. Returns undefined if none matches. */
    operationOf: (method: string, url: URL) => find(method, url)?.name,
    /** Lists the ways in which a request violates the document. Credentials are not checked. */
    requestViolations(request: SentRequest): readonly string[] {
      const found = find(request.method, request.url)
      if (found === undefined) return ['there is no such operation']
      const parameters = found.parameters.flatMap((parameter) => parameterViolations(parameter, found, request))
      const body = resolve(found.operation['requestBody'])
      if (request.text === undefined)
        return body['required'] === true ? [...parameters, 'the body is missing'] : parameters
      return [...parameters, ...bodyViolations(node(body['content']), request.headers, request.text, 'request')]
    },
    /** Lists the ways in which a response violates the document. */
    responseViolations(method: string, url: URL, status: number, headers: Headers, text: string): readonly string[] {
      const responses = node(find(method, url)?.operation['responses'])
      const documented = responses[String(status)] ?? responses[`${String(status)[0]}XX`] ?? responses['default']
      if (documented === undefined) return [`status ${status} is not documented`]
      const response = resolve(documented)
      const inHeaders = Object.entries(node(response['headers'])).flatMap(([name, value]) => {
        const header = resolve(value)
        const schema = plainSchema(document, header['schema'], 'response') as Node
        const given = headers.get(name)
        if (given === null) return header['required'] === true ? [`the header ${name} is missing`] : []
        return violationsOf(headerValue(given, schema, header['explode'] === true), schema, 'response', name)
      })
      if (method === 'HEAD') return text === '' ? inHeaders : [...inHeaders, 'a body in the response to HEAD']
      if (!isNode(response['content'])) return text === '' ? inHeaders : [...inHeaders, 'a body that is not documented']
      return [...inHeaders, ...bodyViolations(response['content'], headers, text, 'response')]
    },
  }
}
