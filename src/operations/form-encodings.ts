import type { Encodings, PropertyEncoding } from '../client/requests/encode-body.ts'
import { isArray, isObject, type JsonObject } from '../json.ts'
import { drawValue } from '../schemas/draw/draw-value.ts'
import type { DocumentedEncoding, MediaType } from './operation.ts'
import { fieldsOf } from './read/read-update.ts'
import { serializeParameter } from './serialize-parameter.ts'

/**
 * Returns the encoding of each property of a form. This is the documented `encoding`, or the default for the schema of
 * the property. OpenAPI 3.1.1 §4.8.15.1.
 */
export function formEncodings({ schema, encoding = {} }: Pick<MediaType, 'schema' | 'encoding'>): Encodings {
  const fields = fieldsOf(schema)
  const names = new Set([...fields.keys(), ...Object.keys(encoding)])
  return Object.fromEntries([...names].map((name) => [name, encodingOf(fields.get(name), encoding[name])]))
}

function encodingOf(field: JsonObject | undefined, documented: Partial<DocumentedEncoding> = {}): PropertyEncoding {
  const { headers = [], ...own } = documented
  const items = field?.['items']
  const value = isObject(items) ? items : field
  const media = value?.['contentMediaType']
  const isFile = value !== undefined && describesBytes(value)
  const texts = headers.flatMap(({ name, schema, explode }) => {
    if (schema === undefined) return []
    const style = { name, in: 'header', style: 'simple', explode, allowReserved: false } as const
    return [[name, serializeParameter(style, drawValue(schema, { direction: 'request', seed: 0 }))] as const]
  })
  return {
    ...(typeof media === 'string' ? { contentType: media } : {}),
    ...own,
    ...(isFile || namesAFile(own.contentType) ? { isFile: true } : {}),
    ...(texts.length === 0 ? {} : { headers: Object.fromEntries(texts) }),
  }
}

/**
 * True for a property of a form that contains bytes. OpenAPI 3.0 marks such a property with `format: binary`. OpenAPI
 * 3.1 marks it with `contentMediaType`, or with a schema without type (3.1.1 §4.8.14.1).
 */
function describesBytes(field: JsonObject): boolean {
  const type = isArray(field['type']) ? field['type'][0] : field['type']
  if (type === undefined) return Object.keys(field).every((key) => /^(description|title|contentMediaType)$/.test(key))
  return type === 'string' && (field['format'] === 'binary' || typeof field['contentMediaType'] === 'string')
}

function namesAFile(contentType: string | undefined): boolean {
  return contentType !== undefined && !/^(text\/plain|application\/([^,]+\+)?json)\b/.test(contentType.trim())
}
