import { childOf, type Address, type Document } from '../../document/document.ts'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { MediaType, Operation } from '../../operations/operation.ts'
import type { Direction, Schema } from '../../schemas/schema.ts'
import type { DocumentContext } from '../document-context.ts'

/** An example or a default, and the schema that it must match. */
export interface ExampleValue {
  /** The words with which a finding names the example. */
  readonly title: string
  readonly value: Json
  readonly address: Address
  readonly schema: Schema
  /**
   * The directions, request or response, in which the example can be used. The example must match its schema in at
   * least one of them.
   */
  readonly directions: readonly Direction[]
}

/** Lists every example and every default for which there is a schema. */
export function listExamples({ operations, schemas }: DocumentContext): ExampleValue[] {
  return [...operations.flatMap(examplesOfOperation), ...schemas.flatMap(examplesOfSchema)]
}

function examplesOfOperation(operation: Operation): ExampleValue[] {
  const { document, parameters, requestBody, responses } = operation
  return [
    ...parameters.flatMap(({ schema, examples }) => shown(schema, examples, 'request')),
    ...(requestBody?.content ?? []).flatMap((mediaType) => ofMediaType(mediaType, 'request')),
    ...responses.flatMap(({ content, headers }) => [
      ...content.flatMap((mediaType) => ofMediaType(mediaType, 'response')),
      ...headers.flatMap((header) => shown(header.schema, examplesOfHeader(document, header.address), 'response')),
    ]),
  ]
}

function ofMediaType({ schema, examples, range }: MediaType, direction: Direction): ExampleValue[] {
  // Only JSON examples are compared with a schema. An example of another media type is a text that is not parsed.
  return /[/+]json\b|\*/.test(range) ? shown(schema, examples, direction) : []
}

function shown(
  schema: Schema | undefined,
  examples: readonly { readonly name: string; readonly value: Json; readonly address: Address }[],
  direction: Direction,
): ExampleValue[] {
  if (schema === undefined) return []
  return examples.map(({ name, value, address }) => {
    const title = name === 'example' ? 'the example' : `the example \`${name}\``
    return { title, value, address, schema, directions: [direction] }
  })
}

function examplesOfHeader(document: Document, address: Address): { name: string; value: Json; address: Address }[] {
  const header = document.resolve(address).value
  if (!isObject(header)) return []
  const { example, examples } = header
  const one = example === undefined ? [] : [{ name: 'example', value: example, address: childOf(address, 'example') }]
  const names = isObject(examples) ? Object.keys(examples) : []
  return [
    ...one,
    ...names.flatMap((name) => {
      const found = document.resolve(childOf(address, 'examples', name))
      if (!isObject(found.value) || found.value['value'] === undefined) return []
      return [{ name, value: found.value['value'], address: childOf(found.address, 'value') }]
    }),
  ]
}

function examplesOfSchema(schema: Schema): ExampleValue[] {
  const { address } = schema
  const value: JsonObject = isObject(schema.value) ? schema.value : {}
  const whole = { schema, directions: ['request', 'response'] as const }
  const list = isArray(value['examples']) ? value['examples'] : []
  return [
    ...list.map((each, index) => {
      return { ...whole, title: `example ${index + 1}`, value: each, address: childOf(address, 'examples', index) }
    }),
    ...(['example', 'default'] as const).flatMap((key) => {
      const one = value[key]
      return one === undefined ? [] : [{ ...whole, title: `the ${key}`, value: one, address: childOf(address, key) }]
    }),
  ]
}
