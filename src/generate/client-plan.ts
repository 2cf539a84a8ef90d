import type { Operation, SecurityScheme } from '../operations/operation.ts'
import type { Api } from './generated-file.ts'
import { camelCase, Names, pascalCase, safeIdentifier } from './identifiers.ts'
import { operationType, type NamedSchema } from './named-schemas.ts'

/** One member function of a generated client. */
export interface PlannedMethod {
  readonly operation: Operation
  /** Lower camel, unique in its client. */
  readonly name: string
  /** Upper camel, the start of its types' names. */
  readonly base: string
  /** How openapi-typescript reaches the operation. */
  readonly type: string
  /** `path`, `body`, `options` in this order, those that there are. */
  readonly parameters: readonly {
    readonly name: 'path' | 'body' | 'options'
    readonly type: string
    readonly optional: boolean
  }[]
  /** Names of the schemes that a call proves. */
  readonly security: readonly string[]
}

export interface ClientPlan {
  readonly methods: readonly PlannedMethod[]
  /** Every scheme that a method proves, in the order in which it is met. */
  readonly schemes: readonly SecurityScheme[]
}

/** Kinds of scheme that a client can prove; what of OAuth 2.0 is not client credentials takes a token as it is. */
export function supportedKind(scheme: SecurityScheme): 'oauth2' | 'apiKey' | 'bearer' | 'basic' | undefined {
  if (scheme.type === 'apiKey') return 'apiKey'
  if (scheme.type === 'oauth2') return scheme.tokenUrl === undefined ? 'bearer' : 'oauth2'
  if (scheme.type === 'openIdConnect') return 'bearer'
  if (scheme.type === 'http' && (scheme.scheme === 'bearer' || scheme.scheme === 'basic')) return scheme.scheme
  return undefined
}

/** What the client of a document looks like. */
export function planClient(api: Api, operations: readonly Operation[], named: readonly NamedSchema[]): ClientPlan {
  const names = new Names(api.name)
  const types = new Names(
    api.name,
    named.map(({ name }) => name),
  )
  const schemes = new Map<string, SecurityScheme>()
  const methods = operations.map((operation): PlannedMethod => {
    const name = safeIdentifier(names.give(camelCase(operation.id)))
    let base = pascalCase(operation.id)
    while (types.has(`${base}Answer`) || types.has(`${base}Path`)) base = `${base}_`
    for (const suffix of ['Answer', 'Path']) types.give(base + suffix)
    const proven = provenBy(operation)
    for (const scheme of proven) schemes.set(scheme.name, scheme)
    const type = operationType(operation)
    return {
      operation,
      name,
      base,
      type,
      parameters: parametersOf(operation, type, base, named),
      security: proven.map((scheme) => scheme.name),
    }
  })
  return { methods, schemes: [...schemes.values()] }
}

/** The first alternative of which every scheme can be proven. */
function provenBy(operation: Operation): readonly SecurityScheme[] {
  const alternatives = operation.security.filter((requirement) =>
    requirement.schemes.every((scheme) => supportedKind(scheme) !== undefined),
  )
  return (alternatives.find((requirement) => requirement.schemes.length > 0) ?? alternatives[0])?.schemes ?? []
}

function parametersOf(
  operation: Operation,
  type: string,
  base: string,
  named: readonly NamedSchema[],
): PlannedMethod['parameters'] {
  const { parameters, requestBody } = operation
  const has = (place: string): boolean => parameters.some((parameter) => parameter.in === place)
  const needs = (place: string): boolean => parameters.some((parameter) => parameter.in === place && parameter.required)
  const media = requestBody?.content[0]
  const content = `NonNullable<${type}["requestBody"]>["content"][${JSON.stringify(media?.range)}]`
  const alias = named.find(
    ({ name, type: meaning }) => name === `${base}Request` && sameBody(operation, meaning, content),
  )
  const extras = (['query', 'header'] as const)
    .filter(has)
    .map((place) => ` & { readonly ${place}${needs(place) ? '' : '?'}: ${type}["parameters"]["${place}"] }`)
  return [
    ...(has('path') ? [{ name: 'path' as const, type: `${base}Path`, optional: false }] : []),
    ...(media === undefined
      ? []
      : [{ name: 'body' as const, type: alias?.name ?? content, optional: requestBody?.required !== true }]),
    { name: 'options' as const, type: `CallOptions${extras.join('')}`, optional: !needs('query') && !needs('header') },
  ]
}

/** A schema of that name is the body's own when it was named after it, or when the body is a reference to it. */
function sameBody(operation: Operation, meaning: string, content: string): boolean {
  if (meaning === content) return true
  const schema = operation.requestBody?.content[0]?.schema
  const reference = typeof schema?.value === 'object' ? schema.value['$ref'] : undefined
  const component = typeof reference === 'string' ? reference.replace(/^#\/components\/schemas\//, '') : undefined
  return meaning === `components["schemas"][${JSON.stringify(component)}]`
}
