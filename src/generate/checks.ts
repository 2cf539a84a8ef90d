import type { Address } from '../document/document.ts'
import type { MediaType, Operation, Parameter, ResponseHeader } from '../operations/operation.ts'
import type { Direction, Schema } from '../schemas/schema.ts'
import { bodyForm } from './body-form.ts'
import { CompilableSchemas, USE, type CompilableSchema } from './prepare/compilable-schemas.ts'
import type { Api } from './generated-file.ts'
import { Names, pascalCase } from './identifiers.ts'
import { operationType, type NamedSchema } from './prepare/named-schemas.ts'
import type { Json } from '../json.ts'

/** A generated function `check…`, which calls a compiled schema. */
export interface GeneratedCheck {
  /** The name of the function without `check`, such as `Order` for `checkOrder`. */
  readonly name: string
  readonly index: number
  /** The TypeScript type of a valid value. */
  readonly type: string
}

/** The generated checks of an API, and functions that find the right check for a body, parameters or headers. */
export interface Checks {
  readonly schemas: readonly CompilableSchema[]
  /**
   * Returns the document address of the schema with this index. Returns undefined for a set of parameters or headers,
   * because the document has no schema for the whole set.
   */
  readonly addressOf: (index: number) => Address | undefined
  /** All checks. The checks of named schemas come first. */
  readonly all: readonly GeneratedCheck[]
  readonly ofSchema: (schema: Schema, direction: Direction) => string | undefined
  readonly ofParameters: (operation: Operation) => string | undefined
  readonly ofHeaders: (operation: Operation, status: string) => string | undefined
}

/**
 * Plans one check for each schema that needs one: each named schema, each other body schema, each set of parameters and
 * each set of headers.
 */
export function planChecks(api: Api, operations: readonly Operation[], named: readonly NamedSchema[]): Checks {
  const schemas = new CompilableSchemas(api.document, api.int64)
  const names = new Names(api.name)
  const all: GeneratedCheck[] = []
  const bySchema = new Map<number, string>()
  const byPlace = new Map<string, string>()
  const add = (wanted: string, index: number, type: string): string => {
    const name = names.give(wanted)
    all.push({ name, index, type })
    return `check${name}`
  }
  for (const { name, address, direction } of named) {
    const index = schemas.indexOf(address, direction)
    const check = add(name, index, name)
    if (!bySchema.has(index)) bySchema.set(index, check)
  }
  const addBody = (wanted: string, media: MediaType, direction: Direction, type: string): void => {
    const { schema } = media
    if (schema === undefined || bodyForm(media, direction) !== 'schema') return
    const index = schemas.indexOf(schema.address, direction)
    if (!bySchema.has(index)) bySchema.set(index, add(wanted, index, type))
  }
  for (const operation of operations) {
    const base = pascalCase(operation.id)
    const type = operationType(operation)
    if (operation.parameters.length > 0) {
      const index = schemas.add(
        parametersSchema(operation.parameters, (address) => schemas.indexOf(address, 'request')),
      )
      byPlace.set(operation.address, add(`${base}Parameters`, index, `${type}["parameters"]`))
    }
    for (const media of operation.requestBody?.content ?? [])
      addBody(
        pascalCase(`${base}Request ${media.range}`),
        media,
        'request',
        `NonNullable<${type}["requestBody"]>["content"][${JSON.stringify(media.range)}]`,
      )
    for (const response of operation.responses) {
      const answer = `${type}["responses"][${/^\d+$/.test(response.status) ? response.status : JSON.stringify(response.status)}]`
      for (const media of response.content)
        addBody(
          `${base}${response.status}Body`,
          media,
          'response',
          `${answer}["content"][${JSON.stringify(media.range)}]`,
        )
      if (response.headers.length === 0) continue
      const index = schemas.add(headersSchema(response.headers, (address) => schemas.indexOf(address, 'response')))
      byPlace.set(
        response.address + operation.id,
        add(`${base}${response.status}Headers`, index, `${answer}["headers"]`),
      )
    }
  }
  return {
    schemas: schemas.all,
    addressOf: (index) => schemas.addressOf(index),
    all,
    ofSchema: (schema, direction) => bySchema.get(schemas.indexOf(schema.address, direction)),
    ofParameters: (operation) => byPlace.get(operation.address),
    ofHeaders: (operation, status) => {
      const response = operation.responses.find((each) => each.status === status)
      return response === undefined ? undefined : byPlace.get(response.address + operation.id)
    },
  }
}

type IndexOf = (address: Address) => number

function parametersSchema(parameters: readonly Parameter[], indexOf: IndexOf): CompilableSchema {
  const places = [...new Set(parameters.map((parameter) => parameter.in))]
  const members = places.map((place): [string, Json] => {
    const own = parameters.filter((parameter) => parameter.in === place)
    return [place, { ...objectSchema(own, indexOf), additionalProperties: false }]
  })
  return { type: 'object', properties: Object.fromEntries(members) }
}

function headersSchema(headers: readonly ResponseHeader[], indexOf: IndexOf): CompilableSchema {
  return objectSchema(headers, indexOf)
}

function objectSchema(
  fields: readonly { readonly name: string; readonly required: boolean; readonly schema?: Schema }[],
  indexOf: IndexOf,
): { readonly [key: string]: Json } {
  const properties = fields.map(({ name, schema }): [string, Json] => [
    name,
    schema === undefined ? true : { [USE]: indexOf(schema.address) },
  ])
  return {
    type: 'object',
    required: fields.filter((field) => field.required).map((field) => field.name),
    properties: Object.fromEntries(properties),
  }
}
