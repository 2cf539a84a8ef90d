import type { Case } from '../../cases/case.ts'
import { isObject, type Json } from '../../json.ts'
import type { MediaType, Parameter } from '../../operations/operation.ts'
import { serializeParameter } from '../../operations/serialize-parameter.ts'
import { typesOf } from '../../schemas/types-of.ts'
import type { Quirk } from './quirk.ts'

/** Quirks of Prism 5.14 in which it crashes, because it expects a text and gets an array or object. */
export const STYLED_QUIRKS: readonly Quirk[] = [
  {
    id: 'ends-at-an-absent-list-in-a-header',
    title: 'Prism crashes if a header that may be an array or object is absent',
    hides: ({ operation, send }) =>
      operation.parameters.some(
        (each) => each.in === 'header' && isTakenApart(each) && !hasHeader(send.headers ?? {}, each),
      ),
  },
  {
    id: 'ends-at-a-list-in-a-path',
    title: 'Prism crashes if an array or object in a path is written with a comma, or as a name without a value',
    hides: ({ operation, send }) =>
      operation.parameters.some((each) => {
        const value = send.path?.[each.name]
        return each.in === 'path' && value !== undefined && isTakenApart(each) && isMisread(each, value)
      }),
  },
  {
    id: 'ends-at-a-delimited-object',
    title: 'Prism crashes on a space-delimited or pipe-delimited object',
    hides: (aCase) =>
      aCase.operation.parameters.some((each) => each.in === 'query' && DELIMITED.has(each.style) && !isList(each)) ||
      sentAs(aCase).some(hasDelimitedObject),
  },
]

const DELIMITED: ReadonlySet<unknown> = new Set(['spaceDelimited', 'pipeDelimited'])

/**
 * True if the schema permits only arrays or only objects. Prism then splits the text of the parameter into items or
 * properties.
 */
function isTakenApart({ schema }: Parameter): boolean {
  const [type, ...others] = schema === undefined ? [] : typesOf(schema, 'request')
  return others.length === 0 && (type === 'array' || type === 'object')
}

function isList({ schema }: Parameter): boolean {
  return schema !== undefined && typesOf(schema, 'request').join('') === 'array'
}

function hasHeader(headers: object, { name }: Parameter): boolean {
  return Object.keys(headers).some((each) => each.toLowerCase() === name.toLowerCase())
}

function isMisread(parameter: Parameter, value: Json): boolean {
  const text = serializeParameter(parameter, value)
  return text.includes(',') || (parameter.style === 'matrix' && !text.includes('='))
}

/** Returns the documented media types of the request body. Returns an empty list if there is no body. */
function sentAs({ operation, send }: Case): readonly MediaType[] {
  const content = operation.requestBody?.content ?? []
  return content.filter(({ range }) => send.contentType === undefined || send.contentType === range)
}

function hasDelimitedObject({ address, schema }: MediaType): boolean {
  const value = schema?.document.resolve(address).value
  const encodings = isObject(value) && isObject(value['encoding']) ? value['encoding'] : {}
  const own = schema === undefined ? undefined : schema.document.resolve(schema.address).value
  const properties = isObject(own) && isObject(own['properties']) ? own['properties'] : {}
  return Object.entries(encodings).some(([name, encoding]) => {
    const property = properties[name]
    const isArray = isObject(property) && property['type'] === 'array'
    return isObject(encoding) && DELIMITED.has(encoding['style']) && !isArray
  })
}
