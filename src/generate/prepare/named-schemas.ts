import { childOf, type Address } from '../../document/document.ts'
import { asObject, isArray, isObject, type Json } from '../../json.ts'
import { responseFor, type MediaType, type Operation } from '../../operations/operation.ts'
import type { Direction, Schema } from '../../schemas/schema.ts'
import { bodyForm } from '../body-form.ts'
import type { Api } from '../generated-file.ts'
import { camelCase, Names, pascalCase, plural } from '../identifiers.ts'

/** A schema that gets a type alias and a validator. */
export interface NamedSchema {
  /** The name of the type alias, in upper camel case. No other type of the API has this name. */
  readonly name: string
  readonly address: Address
  /**
   * The direction in which values of the schema are sent. Components have the direction of responses. If requests need
   * another form of a component, they use a copy of it, and the copy has the direction of requests.
   */
  readonly direction: Direction
  /** The type that openapi-typescript generates for the schema. */
  readonly type: string
  /** Set only for the schema of a body. `what` says in words which body it is. */
  readonly body?: { readonly schema: Schema; readonly what: string }
  /** Set only for a schema with `enum`: its values without null, and the name of the generated list. */
  readonly members?: { readonly list: string; readonly values: readonly Json[] }
}

/**
 * Lists the schemas that get a type alias. These are component schemas, each `enum` property of a component (`Order`
 * and `status` give `OrderStatus`), and the bodies of each operation (`UpdateOrderRequest`, `UpdateOrderResponse`). If
 * two names are equal, the component keeps its name. `forRequests` comes from `splitOneWay`.
 */
export function listNamedSchemas(
  api: Api,
  operations: readonly Operation[],
  forRequests: ReadonlyMap<string, string>,
): NamedSchema[] {
  const own = pascalCase(api.name)
  const names = new Names(api.name, [`${own}Client`, `${own}ClientOptions`])
  const { document } = api
  const schemas = asObject(asObject(document.root.value['components'])['schemas'])
  const at = childOf(document.root.address, 'components', 'schemas')
  const components = Object.keys(schemas).map((key) => {
    const type = `components["schemas"][${JSON.stringify(key)}]`
    return { key, named: named(names.give(pascalCase(key)), childOf(at, key), type, schemas[key]) }
  })
  const variants = [...forRequests].flatMap(([key, own]) => {
    if (!Object.hasOwn(schemas, key)) return []
    const type = `components["schemas"][${JSON.stringify(own)}]`
    const variant = named(names.give(pascalCase(own)), childOf(at, key), type, undefined)
    return [{ ...variant, direction: 'request' as const }]
  })
  const properties = components.flatMap(({ key, named: owner }) =>
    Object.entries(asObject(asObject(schemas[key])['properties'])).flatMap(([property, schema]) => {
      const wanted = owner.name + pascalCase(property)
      if (!isObject(schema) || !isArray(schema['enum']) || names.has(wanted)) return []
      const type = `NonNullable<${owner.type}[${JSON.stringify(property)}]>`
      return [named(names.give(wanted), childOf(owner.address, 'properties', property), type, schema)]
    }),
  )
  const bodies = operations.flatMap((operation) => bodiesOf(operation, names))
  return [...components.map((component) => component.named), ...variants, ...properties, ...bodies]
}

/**
 * Returns the alias of the schema that a `$ref` references. If the referenced schema has no alias for the given
 * direction (request or response), returns the alias for the other direction. Returns undefined if the given schema is
 * not only a `$ref` (descriptions and `x-` keys are allowed beside it), or if the referenced schema has no alias.
 */
export function aliasFor(
  { document, address, value }: Schema,
  named: readonly NamedSchema[],
  direction: Direction,
): string | undefined {
  if (!isObject(value) || typeof value['$ref'] !== 'string') return undefined
  if (Object.keys(value).some((key) => !/^(?:\$ref|description|summary|x-.*)$/.test(key))) return undefined
  const target = document.target(value['$ref'], address)
  const found = named.filter((each) => each.address === target)
  return (found.find((each) => each.direction === direction) ?? found[0])?.name
}

/** Returns the type that openapi-typescript generates for an operation, with or without an `operationId`. */
export function operationType(operation: Operation): string {
  return `paths[${JSON.stringify(operation.path)}][${JSON.stringify(operation.method.toLowerCase())}]`
}

function bodiesOf(operation: Operation, names: Names): NamedSchema[] {
  const base = pascalCase(operation.id)
  const type = operationType(operation)
  const made: NamedSchema[] = []
  const add = (
    wanted: string,
    direction: Direction,
    holder: string,
    media: MediaType | undefined,
    what: string,
  ): void => {
    if (media?.schema === undefined || names.has(wanted) || bodyForm(media, direction) !== 'schema') return
    const body = `${holder}["content"][${JSON.stringify(media.range)}]`
    const { schema } = media
    const own = named(names.give(wanted), schema.address, body, schema.value)
    made.push({ ...own, direction, body: { schema, what } })
  }
  add(
    `${base}Request`,
    'request',
    `NonNullable<${type}["requestBody"]>`,
    operation.requestBody?.content[0],
    `The request body of \`${operation.id}\`.`,
  )
  const success = operation.responses.find((response) => /^2\d\d$/.test(response.status))
  if (success !== undefined && responseFor(operation, Number(success.status)) === success) {
    add(
      `${base}Response`,
      'response',
      `${type}["responses"][${success.status}]`,
      success.content[0],
      `The body of the response ${success.status} to \`${operation.id}\`.`,
    )
  }
  return made
}

function named(name: string, address: Address, type: string, schema: Json | undefined): NamedSchema {
  const members = isObject(schema) ? schema['enum'] : undefined
  const own = { name, address, type, direction: 'response' as const }
  if (!isArray(members)) return own
  return {
    ...own,
    members: { list: plural(camelCase(name)), values: members.filter((member) => member !== null) },
  }
}
