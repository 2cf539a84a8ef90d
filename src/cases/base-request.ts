import { childOf } from '../document/document.ts'
import { ContractError } from '../errors.ts'
import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import type { Example, MediaType, Operation, Parameter } from '../operations/operation.ts'
import { baseScenario } from '../operations/read/read-annotations.ts'
import { serializeParameter } from '../operations/serialize-parameter.ts'
import { compileSchema } from '../schemas/check-value.ts'
import { drawValue } from '../schemas/draw/draw-value.ts'
import type { Schema } from '../schemas/schema.ts'
import { typesOf } from '../schemas/types-of.ts'
import { isSerializableParameter } from './values/is-serializable-parameter.ts'
import { isForm } from '../client/requests/encode-body.ts'
import { canBeSentAs, contentTypeUnder, isJson, isXml, streamFormat } from '../operations/media-types.ts'
import { writeStream } from '../operations/write-stream.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'

/**
 * Returns a valid request of an operation. Many other cases are made from this request by changing one thing. If the
 * target has provider states, the request is that of the first scenario with status 2xx. Otherwise, each value is the
 * user's value, or an example or default of the document, or a generated value, in this order of preference.
 */
export function baseRequest(operation: Operation, context: PlanContext): BaseRequest {
  const scenario = context.hasStates ? baseScenario(operation.scenarios) : undefined
  const drawn = parametersOf(operation, context)
  if (scenario !== undefined) {
    const { path = {}, query = {}, headers = {}, body, contentType } = scenario.send
    return {
      ...(scenario.given === undefined ? {} : { given: scenario.given }),
      path,
      query: { ...drawn.query, ...query },
      headers: { ...drawn.headers, ...headers },
      ...(drawn.cookies === undefined ? {} : { cookies: drawn.cookies }),
      ...(body === undefined ? {} : { body }),
      ...(contentType === undefined ? {} : { contentType }),
    }
  }
  const body = bodyOf(operation, context)
  return { ...drawn, verbatim: true, ...(body === undefined ? {} : body) }
}

function parametersOf(operation: Operation, context: PlanContext): Omit<BaseRequest, 'given'> {
  const sent = operation.parameters.flatMap((parameter) => {
    if (parameter.reserved !== undefined) return []
    if (parameter.in === 'path' && context.gathered?.has(`${operation.id}.${parameter.name}`) === true) return []
    if (!parameter.required && givenFor(parameter, context) === undefined) return []
    const value = valueOf(parameter, context)
    return value === undefined ? [] : [{ parameter, value }]
  })
  const inPlace = (place: Parameter['in']): JsonObject =>
    Object.fromEntries(
      sent.filter((each) => each.parameter.in === place).map(({ parameter, value }) => [parameter.name, value]),
    )
  const cookies = sent
    .filter(({ parameter }) => parameter.in === 'cookie')
    .map(({ parameter, value }) => [parameter.name, serializeParameter(parameter, value)] as const)
  return {
    path: { ...givenInPath(operation, context), ...inPlace('path') },
    query: inPlace('query'),
    headers: inPlace('header'),
    cookies: Object.fromEntries(cookies),
  }
}

/**
 * Returns the values of the path parameters. Prefers the user's value, then an example or default of the document, then
 * a generated value. For a live server, no value is generated.
 */
export function documentedPathValues({ parameters }: Operation, context: PlanContext): JsonObject {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = parameter.in === 'path' ? valueOf(parameter, context) : undefined
      return value === undefined ? [] : [[parameter.name, value]]
    }),
  )
}

/**
 * Returns the user's values for path parameters that the document does not declare. Example: the path contains `{id}`,
 * but the document declares no parameter `id`.
 */
function givenInPath({ path }: Operation, { parameters }: PlanContext): JsonObject {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  return Object.fromEntries(
    names.flatMap((name) => (Object.hasOwn(parameters, name) ? [[name, parameters[name] ?? '']] : [])),
  )
}

/** Returns the user's value for a parameter. Header names are case-insensitive (RFC 9110 §5.1). */
function givenFor({ name, in: place }: Parameter, { parameters }: PlanContext): string | undefined {
  if (place !== 'header') return Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return Object.entries(parameters).find(([given]) => given.toLowerCase() === name.toLowerCase())?.[1]
}

/**
 * Returns a value for a parameter. Prefers the user's value, then an example, then a generated value. Returns undefined
 * for a path parameter of a live server if the document has no value.
 */
export function valueOf(parameter: Parameter, context: PlanContext): Json | undefined {
  const given = givenFor(parameter, context)
  if (given !== undefined) return given
  const example = firstValid(parameter.examples, parameter.schema)
  if (example !== undefined) return example.value
  if (parameter.in === 'path' && context.target === 'live' && !hasOwnValue(parameter.schema)) return undefined
  const { schema } = parameter
  if (schema === undefined) return 'a'
  const options = { direction: 'request', seed: context.seed } as const
  const smallest = drawValue(schema, options)
  // A serialized empty list looks like an absent parameter, so a list with items is generated instead.
  return isSerializableParameter(parameter, smallest) ? smallest : drawValue(schema, { ...options, optional: 'all' })
}

/** True if the schema itself contains a value: a default, an example, a `const` or an `enum`. */
function hasOwnValue(schema: Parameter['schema']): boolean {
  const value = schema === undefined ? undefined : schema.document.resolve(schema.address).value
  return isObject(value) && ['default', 'example', 'examples', 'const', 'enum'].some((key) => Object.hasOwn(value, key))
}

/**
 * Returns a request body. Uses JSON if the operation accepts JSON, and otherwise the first media type that the gate can
 * generate. Prefers an example of the document to a generated value. Returns undefined if an optional body cannot be
 * generated. Throws `no-valid-value` if a required body cannot be generated.
 */
function bodyOf(operation: Operation, context: PlanContext): Pick<BaseRequest, 'body' | 'contentType'> | undefined {
  const { requestBody } = operation
  if (requestBody === undefined || requestBody.content.length === 0) return undefined
  const mediaTypes = requestBody.content.toSorted(
    (one, other) => Number(isJson(other.range)) - Number(isJson(one.range)),
  )
  for (const mediaType of mediaTypes) {
    const sent = bodyUnder(mediaType, context.seed)
    if (sent !== undefined) return sent
  }
  if (!requestBody.required) return undefined
  const { file, line, column } = operation.document.locate(requestBody.address)
  throw new ContractError('no-valid-value', {
    what: `no body can be generated for ${operation.id}: its media type is ${mediaTypes.map(({ range }) => range).join(' or ')}`,
    where: `${file}:${line}:${column}`,
    next: 'add a text example, or a JSON or form media type',
  })
}

/**
 * Returns a body of one media type. Prefers an example of the document to a generated value. Returns undefined if the
 * gate cannot generate this media type.
 */
export function bodyUnder(
  { range, schema, examples, isStream }: MediaType,
  seed: number,
): Pick<BaseRequest, 'body' | 'contentType'> | undefined {
  const contentType = contentTypeUnder(range)
  if (contentType === undefined) return undefined
  const format = isStream === true ? streamFormat(contentType) : undefined
  if (format !== undefined && schema !== undefined) {
    const example = firstValid(examples, schema)?.value
    const items = isArray(example) ? example : [drawValue(itemOf(schema), { direction: 'request', seed })]
    return { body: writeStream(items, format), contentType }
  }
  const example = firstValid(examples, schema)
  if (example === undefined && schema === undefined && isJson(range)) return { contentType }
  const value = example === undefined ? drawBody(contentType, schema, seed) : example.value
  return value !== undefined && canBeSentAs(contentType, value) ? { body: value, contentType } : undefined
}

/** Returns the schema of one item of a stream. `list` is the schema of the whole stream. */
function itemOf(list: Schema): Schema {
  const { document, address, pointer, value } = list
  const items = isObject(value) ? value['items'] : undefined
  const item = typeof items === 'boolean' || isObject(items) ? items : true
  return { document, address: childOf(address, 'items'), pointer: `${pointer}/items`, value: item }
}

/** Returns a generated JSON value, form or text. Returns undefined for XML, which the gate cannot generate. */
function drawBody(contentType: string, schema: Schema | undefined, seed: number): Json | undefined {
  const options = { direction: 'request', seed } as const
  if (isXml(contentType)) return undefined
  // OpenAPI 3.1.1 §4.8.14.1: a schema without `type` describes JSON values and forms, but does not restrict a body of
  // another media type. Any text is sent as such a body.
  if (schema === undefined || (!isJson(contentType) && !isForm(contentType) && typesOf(schema, 'request').length === 0))
    return isForm(contentType) ? undefined : 'a'
  const isDrawn = isJson(contentType) || isForm(contentType) || typesOf(schema, 'request').includes('string')
  if (!isDrawn) return undefined
  const smallest = drawValue(schema, options)
  // A serialized empty form looks like an absent body.
  const isEmpty = isForm(contentType) && isObject(smallest) && Object.keys(smallest).length === 0
  return isEmpty ? drawValue(schema, { ...options, optional: 'all' }) : smallest
}

/** Returns the first example that is valid for its schema. Another case sends the invalid examples and reports them. */
function firstValid(examples: readonly Example[], schema: Schema | undefined): Example | undefined {
  return examples.find(({ value }) => schema === undefined || compileSchema(schema).isValid(value, 'request'))
}
