import { isForm } from '../../client/requests/encode-body.ts'
import { isArray, isObject, type Json } from '../../json.ts'
import { formEncodings } from '../../operations/form-encodings.ts'
import { isJson, isUnder } from '../../operations/media-types.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import { drawNegativeValues, type NegativeValue } from '../../schemas/negative-values/draw-negative-values.ts'
import { drawNegativeStyledValues, isReadAsValid } from '../../schemas/negative-values/draw-negative-styled-values.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { isSerializableParameter } from './is-serializable-parameter.ts'
import type { BaseRequest } from '../plan-context.ts'

/** Returns the media type of the body in the base request. Default: the first JSON media type. */
export function bodyMediaType({ requestBody }: Operation, { contentType }: BaseRequest): MediaType | undefined {
  const content = requestBody?.content ?? []
  const own = contentType === undefined ? undefined : content.find(({ range }) => isUnder(contentType, range))
  return own ?? content.find(({ range }) => isJson(range))
}

/**
 * True if a valid value is still valid after it is serialized as `mediaType` and parsed again. Forms and plain text
 * cannot express null, empty lists, or the difference between `1` and `"1"`.
 */
export function isValidBody(mediaType: MediaType, value: Json): boolean {
  if (!canCarry(mediaType, value)) return false
  return !isForm(mediaType.range) || mediaType.schema === undefined || isReadAsValid(mediaType.schema, value)
}

/**
 * Returns bodies that violate one keyword each, and that are still invalid after they are serialized as `mediaType` and
 * parsed again.
 */
export function negativeBodies(
  mediaType: MediaType,
  base: Json,
  options: { readonly seed: number; readonly only?: string },
): readonly NegativeValue[] {
  const { schema, range } = mediaType
  if (schema === undefined) return []
  const drawn = { direction: 'request', ...options } as const
  if (isForm(range))
    return drawNegativeStyledValues(schema, { base, ...drawn, carries: (each) => canCarry(mediaType, each) })
  return drawNegativeValues(schema, base, drawn).filter(({ value }) => canCarry(mediaType, value))
}

function canCarry(mediaType: MediaType, value: Json): boolean {
  const { range, schema } = mediaType
  if (isJson(range)) return true
  if (!isForm(range)) return typeof value === 'string'
  if (!isObject(value)) return false
  const encodings = range.startsWith('multipart') ? {} : formEncodings(mediaType)
  return Object.entries(value).every(([name, property]) => {
    const { style, explode, allowReserved = false } = encodings[name] ?? {}
    if (style === undefined && explode === undefined) return isCarriedByPart(property)
    const written = { name, in: 'query', style: style ?? 'form', allowReserved } as const
    const own = schema === undefined ? undefined : propertySchema(schema, name)
    return isSerializableParameter(
      { ...written, explode: explode ?? written.style === 'form', ...(own === undefined ? {} : { schema: own }) },
      property,
    )
  })
}

/**
 * True if a multipart body can express the value of a property. An object becomes a JSON part. A list becomes one part
 * per item.
 */
function isCarriedByPart(value: Json): boolean {
  if (isArray(value)) return value.length > 0 && value.every((item) => item !== null)
  return value !== null
}
