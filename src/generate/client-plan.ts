import type { Operation, SecurityScheme } from '../operations/operation.ts'
import { bodyForm, plainType } from './body-form.ts'
import type { Api } from './generated-file.ts'
import { camelCase, Names, pascalCase, safeIdentifier } from './identifiers.ts'
import { aliasFor, operationType, type NamedSchema } from './prepare/named-schemas.ts'

/** One method of a generated client. */
export interface PlannedMethod {
  readonly operation: Operation
  /** The name of the method in lower camel case, such as `getOrder`. No other method of the client has this name. */
  readonly name: string
  /** The name of the method in upper camel case, such as `GetOrder`. The method's types are named `GetOrder…`. */
  readonly base: string
  /** The type that openapi-typescript generates for the operation. */
  readonly type: string
  /** The parameters of the method, at most `path`, `body` and `options`, in this order. */
  readonly parameters: readonly {
    readonly name: 'path' | 'body' | 'options'
    readonly type: string
    readonly optional: boolean
  }[]
  /** The supported security alternatives. Each one lists the names of its security schemes. */
  readonly security: readonly (readonly string[])[]
}

/** The methods and security schemes of a generated client. */
export interface ClientPlan {
  readonly methods: readonly PlannedMethod[]
  /** Every security scheme that a method can use, in order of first use. */
  readonly schemes: readonly SecurityScheme[]
  /** True if some method cannot be called without credentials. */
  readonly needsCredentials: boolean
  /** The names of the security schemes without which at least one method cannot be called. */
  readonly needed: ReadonlySet<string>
}

/**
 * Returns the kind of credential that a security scheme needs. OAuth 2.0 without a token URL counts as `bearer`: the
 * caller passes a token. Returns undefined if the client does not support the scheme.
 */
export function supportedKind(scheme: SecurityScheme): 'oauth2' | 'apiKey' | 'bearer' | 'basic' | undefined {
  if (scheme.type === 'apiKey') return 'apiKey'
  if (scheme.type === 'oauth2') return scheme.tokenUrl === undefined ? 'bearer' : 'oauth2'
  if (scheme.type === 'openIdConnect') return 'bearer'
  if (scheme.type === 'http' && (scheme.scheme === 'bearer' || scheme.scheme === 'basic')) return scheme.scheme
  return undefined
}

/** Returns why the client cannot send credentials for a security alternative. Returns undefined if it can send them. */
export function problemOf({ schemes }: Operation['security'][number]): string | undefined {
  const kinds = schemes
    .filter(({ type }) => type !== 'mutualTLS')
    .map((scheme) => [scheme, supportedKind(scheme)] as const)
  const [unknown] = kinds.find(([, kind]) => kind === undefined) ?? []
  if (unknown !== undefined)
    return `the security scheme ${unknown.name}: ${unknown.type} ${unknown.scheme ?? ''}`.trim()
  const inHeader = kinds.filter(([, kind]) => kind !== 'apiKey').map(([{ name }]) => name)
  return inHeader.length < 2 ? undefined : `${inHeader.join(' and ')}, which all use the header Authorization`
}

/** Plans the methods of the client for a document. */
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
    const alternatives = supportedAlternatives(operation)
    for (const scheme of alternatives.flat()) schemes.set(scheme.name, scheme)
    const type = operationType(operation)
    return {
      operation,
      name,
      base,
      type,
      parameters: parametersOf(operation, type, base, named),
      security: alternatives.map((each) => each.map((scheme) => scheme.name)),
    }
  })
  const closed = methods
    .map(({ security }) => security)
    .filter((security) => security.length > 0 && security.every((each) => each.length > 0))
  return {
    methods,
    schemes: [...schemes.values()],
    needsCredentials: closed.length > 0,
    needed: new Set(
      closed.flatMap(([first = [], ...others]) => first.filter((name) => others.every((each) => each.includes(name)))),
    ),
  }
}

/**
 * Returns the security alternatives whose schemes the client supports. Mutual TLS counts as supported, because the
 * caller's `fetch` presents the certificate.
 */
function supportedAlternatives(operation: Operation): readonly (readonly SecurityScheme[])[] {
  return operation.security
    .filter((alternative) => problemOf(alternative) === undefined)
    .map(({ schemes }) => schemes.filter(({ type }) => type !== 'mutualTLS'))
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
  const form = media === undefined ? 'schema' : bodyForm(media, 'request')
  const content =
    form === 'schema'
      ? `NonNullable<${type}["requestBody"]>["content"][${JSON.stringify(media?.range)}]`
      : plainType(form, media?.range ?? '', 'request')
  const schema = form === 'schema' ? media?.schema : undefined
  const component = schema && aliasFor(schema, named, 'request')
  const alias = named.find(
    ({ name, type: meaning }) =>
      name === `${base}Request` && schema !== undefined && (meaning === content || name === component),
  )
  const extras = (['query', 'header', 'cookie'] as const)
    .filter(has)
    .map((place) => ` & { readonly ${place}${needs(place) ? '' : '?'}: ${type}["parameters"]["${place}"] }`)
  return [
    ...(has('path') ? [{ name: 'path' as const, type: `${base}Path`, optional: false }] : []),
    ...(media === undefined
      ? []
      : [{ name: 'body' as const, type: alias?.name ?? content, optional: requestBody?.required !== true }]),
    {
      name: 'options' as const,
      type: `CallOptions${extras.join('')}`,
      optional: !['query', 'header', 'cookie'].some(needs),
    },
  ]
}
