import { join } from 'node:path'
import { readDocument } from '../../dist/src/document/read-document.js'

const ROOT = join(import.meta.dirname, '../..')

/** Returns the shipped document, merged with its overlay. */
export function document31(api) {
  return structuredClone(readDocument(join(ROOT, `specs/${api}/openapi.yaml`)).root.value)
}

/** Returns the document without the annotations of this project. */
export function plain31(api) {
  return withoutAnnotations(document31(api))
}

/**
 * Converts the document to OpenAPI 3.0.3 without changing its promises, for tools that do not read 3.1: null types
 * become `nullable`, and references have no sibling keys.
 */
export function down30(api) {
  const { jsonSchemaDialect: _dialect, ...document } = plain31(api)
  const { summary: _summary, ...info } = document.info
  return lowered({ ...document, openapi: '3.0.3', info })
}

function withoutAnnotations(value) {
  if (Array.isArray(value)) return value.map(withoutAnnotations)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      key.startsWith('x-') && key !== 'x-api-key' ? [] : [[key, withoutAnnotations(member)]],
    ),
  )
}

function lowered(value, parent = '') {
  if (Array.isArray(value)) return value.map((item) => lowered(item))
  if (typeof value !== 'object' || value === null) return value
  if (typeof value.$ref === 'string') return { $ref: value.$ref }
  const { type, examples, ...rest } = value
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, member]) => [key, key === 'value' ? member : lowered(member, key)]),
  )
  // The keys of `properties` are names, not keywords.
  if (parent === 'properties')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, lowered(member)]))
  if (Array.isArray(type)) {
    const [main] = type.filter((each) => each !== 'null')
    return { ...own, type: main, ...(type.includes('null') ? { nullable: true } : {}), ...firstExample(examples) }
  }
  return {
    ...own,
    ...(type === undefined ? {} : { type }),
    ...(Array.isArray(examples)
      ? firstExample(examples)
      : examples === undefined
        ? {}
        : { examples: lowered(examples) }),
  }
}

function firstExample(examples) {
  return Array.isArray(examples) && examples.length > 0 ? { example: examples[0] } : {}
}
