import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { baseRecipe } from '../operations/read-annotations.ts'
import { drawValue } from '../schemas/draw-value.ts'
import type { BaseRequest, PlanContext } from './plan-context.ts'

/**
 * The request that other cases change one thing of. With provider states it is the base recipe's; its world decides the
 * path. Else path and body come from what the user gave, examples, defaults, and drawn values, in this order.
 */
export function baseRequest(operation: Operation, context: PlanContext): BaseRequest {
  const recipe = context.hasStates ? baseRecipe(operation.recipes) : undefined
  const drawn = parametersOf(operation, context)
  if (recipe !== undefined) {
    const { path = {}, query = {}, headers = {}, body, contentType } = recipe.send
    return {
      ...(recipe.given === undefined ? {} : { given: recipe.given }),
      path,
      query: { ...drawn.query, ...query },
      headers: { ...drawn.headers, ...headers },
      ...(body === undefined ? {} : { body }),
      ...(contentType === undefined ? {} : { contentType }),
    }
  }
  const body = bodyOf(operation, context)
  return { ...drawn, ...(body === undefined ? {} : body) }
}

function parametersOf(operation: Operation, context: PlanContext): Pick<BaseRequest, 'path' | 'query' | 'headers'> {
  const inPlace = (place: Parameter['in'], all: boolean): JsonObject =>
    Object.fromEntries(
      operation.parameters
        .filter((each) => each.in === place && (all || each.required))
        .flatMap((each) => {
          const value = valueOf(each, context)
          return value === undefined ? [] : [[each.name, value]]
        }),
    )
  const cookies = Object.entries(inPlace('cookie', false)).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  )
  return {
    path: inPlace('path', true),
    query: inPlace('query', false),
    headers: { ...inPlace('header', false), ...(cookies.length === 0 ? {} : { Cookie: cookies.join('; ') }) },
  }
}

/**
 * A value for a parameter: what the user gave, else an example, else one that its schema gives. On a real server a
 * path is not made up: without a default it has no value, and the case says so.
 */
export function valueOf(parameter: Parameter, context: PlanContext): Json | undefined {
  const given = context.parameters[parameter.name]
  if (given !== undefined) return given
  const [example] = parameter.examples
  if (example !== undefined) return example.value
  if (parameter.in === 'path' && context.target === 'live' && !hasOwnValue(parameter.schema)) return undefined
  return parameter.schema === undefined
    ? 'a'
    : drawValue(parameter.schema, { direction: 'request', seed: context.seed })
}

/** Whether a schema itself names a value: a default, an example, a constant or a list. */
function hasOwnValue(schema: Parameter['schema']): boolean {
  const value = schema === undefined ? undefined : schema.document.resolve(schema.address).value
  return isObject(value) && ['default', 'example', 'examples', 'const', 'enum'].some((key) => Object.hasOwn(value, key))
}

function bodyOf(operation: Operation, context: PlanContext): Pick<BaseRequest, 'body' | 'contentType'> | undefined {
  const mediaType =
    operation.requestBody?.content.find((each) => isJson(each.range)) ?? operation.requestBody?.content[0]
  if (mediaType === undefined) return undefined
  const [example] = mediaType.examples
  const contentType = mediaType.range.includes('*') ? 'application/json' : mediaType.range
  if (example !== undefined) return { body: example.value, contentType }
  if (mediaType.schema === undefined) return { contentType }
  return { body: drawValue(mediaType.schema, { direction: 'request', seed: context.seed }), contentType }
}

/** JSON by its media type: `application/json` and everything `+json`. RFC 6839 §3.1. */
export function isJson(contentType: string): boolean {
  const [type = ''] = contentType.toLowerCase().split(';')
  return /^\s*[\w.*-]+\/([\w.*-]+\+)?(json|\*)\s*$/.test(type)
}
