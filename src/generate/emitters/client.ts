import { isForm } from '../../client/encode-body.ts'
import { formEncodings } from '../../operations/form-encodings.ts'
import { contentTypeUnder } from '../../operations/media-types.ts'
import type { MediaType, Parameter, ResponseHeader, Response, SecurityScheme } from '../../operations/operation.ts'
import { isArray, isObject } from '../../json.ts'
import type { Checks } from '../checks.ts'
import { supportedKind, type ClientPlan, type PlannedMethod } from '../client-plan.ts'
import { headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import type { NamedSchema } from '../named-schemas.ts'

/** The folder of the client runtime. Generated code imports no other folder of `src`. */
export const RUNTIME = '../../src/client'

/**
 * Generates a client. Its responses have a type for each status. Also generates the contract that the client and its
 * middleware check.
 */
export function emitClient(api: Api, plan: ClientPlan, checks: Checks, named: readonly NamedSchema[]): GeneratedFile {
  const own = pascalCase(api.name)
  const contract = `${camelCase(api.name)}Contract`
  const operations = plan.methods.map((method) => operationContract(method, checks))
  const body = [
    ...plan.methods.map(typesOf),
    `/** The contract of ${own} that the client and the middleware check. */`,
    `export const ${contract} = {`,
    `  schemes: {${plan.schemes.map((scheme) => `\n    ${quoted(scheme.name)}: ${schemeContract(scheme)},`).join('')}${plan.schemes.length > 0 ? '\n  ' : ''}},`,
    `  operations: {${operations.join('')}${operations.length > 0 ? '\n  ' : ''}},`,
    `} satisfies Contract\n`,
    `export type ${own}ClientOptions = ClientOptions${credentialsType(plan.schemes)}\n`,
    `export interface ${own}Client {${plan.methods.map(signature).join('')}\n}\n`,
    `/** Creates a client that throws a ContractViolation for any response that violates the document of ${own}. */`,
    `export function create${own}Client(options: ${own}ClientOptions): ${own}Client {`,
    `  ${plan.methods.length > 0 ? 'const call = ' : ''}createCall(${contract}, options, ${credentialsValue(plan.schemes)})`,
    `  return {${plan.methods.map((method) => implementation(method, contract)).join('')}\n  }`,
    `}\n`,
    `/** Middleware for an existing openapi-fetch client: \`client.use(create${own}Middleware())\`. */`,
    `export function create${own}Middleware(options: MiddlewareOptions = {}): ContractMiddleware {`,
    `  return createMiddleware(${contract}, options)`,
    `}\n`,
  ].join('\n')
  const asked = [...new Set(operations.join('').match(/(?<=\bcheck\w*: )check\w+/g))].toSorted()
  return { path: `${api.name}/client.ts`, text: `${headerFor(api)}${imports(plan, asked, named)}\n${body}` }
}

function imports(plan: ClientPlan, checks: readonly string[], named: readonly NamedSchema[]): string {
  const taken = new Set(plan.methods.flatMap((method) => method.parameters.map((parameter) => parameter.type)))
  const types = [...named.map(({ name }) => name).filter((name) => taken.has(name)), 'paths']
  const some = plan.methods.length > 0
  const hasHead = plan.methods.some(({ operation }) => operation.method === 'HEAD')
  return [
    ...(some ? [`import type { AnswerTo${hasHead ? ', WithoutBody' : ''} } from '${RUNTIME}/answer.ts'`] : []),
    `import { createCall${some ? ', type CallOptions' : ''} } from '${RUNTIME}/client.ts'`,
    `import type { Contract } from '${RUNTIME}/contract.ts'`,
    ...(plan.schemes.length > 0 ? [`import type { CredentialsFor } from '${RUNTIME}/credentials.ts'`] : []),
    `import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '${RUNTIME}/middleware.ts'`,
    `import type { ClientOptions } from '${RUNTIME}/settings.ts'`,
    ...(some ? [`import type { ${types.toSorted().join(', ')} } from './types.ts'`] : []),
    ...(checks.length > 0
      ? [`import {${checks.map((name) => `\n  ${name},`).join('')}\n} from './validators.js'`]
      : []),
    '',
  ].join('\n')
}

function typesOf({ base, type, parameters, operation }: PlannedMethod): string {
  const path = parameters.some(({ name }) => name === 'path')
  return [
    ...(path ? [`export type ${base}Path = ${type}["parameters"]["path"]`] : []),
    operation.method === 'HEAD'
      ? `export type ${base}Answer = WithoutBody<AnswerTo<${type}>>\n`
      : `export type ${base}Answer = AnswerTo<${type}>\n`,
  ].join('\n')
}

function signature({ operation, name, base, parameters }: PlannedMethod): string {
  const { method, path, summary, deprecated } = operation
  const said = summary === '' ? '' : ` ${summary.replaceAll('*/', '*\\/').replace(/\s+/g, ' ')}.`
  const list = parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type}`)
  return `
  /**
   * \`${method} ${path.replaceAll('*/', '*\\/')}\`.${said}${deprecated ? '\n   * @deprecated' : ''}
   */
  ${name}(${list.join(', ')}): Promise<${base}Answer>`
}

function implementation({ name, base, parameters, operation }: PlannedMethod, contract: string): string {
  const has = (place: string): boolean => operation.parameters.some((parameter) => parameter.in === place)
  const extras = ['query', 'header', 'cookie'].filter(has)
  const input = [
    ...parameters.filter((each) => each.name !== 'options').map((each) => each.name),
    ...extras.map((place) => `...(options?.${place} === undefined ? {} : { ${place}: options.${place} })`),
  ]
  return `
    ${name}: async (${parameters.map((each) => each.name).join(', ')}) =>
      (await call(${contract}.operations.${name}, ${input.length > 0 ? `{ ${input.join(', ')} }` : '{}'}, options)) as ${base}Answer,`
}

function operationContract({ operation, name, security }: PlannedMethod, checks: Checks): string {
  const { id, method, path, parameters, requestBody, responses, update } = operation
  const media = requestBody?.content[0]
  const parameterCheck = checks.ofParameters(operation)
  const bodyCheck = media?.schema === undefined ? undefined : checks.ofSchema(media.schema, 'request')
  const contentType = contentTypeUnder(media?.range ?? '') ?? media?.range ?? ''
  const lines = [
    `id: ${quoted(id)},`,
    `method: ${quoted(method)},`,
    `path: ${quoted(path)},`,
    `security: [${security.map(quoted).join(', ')}],`,
    `parameters: [${parameters.map((each) => `\n        ${parameterContract(each)},`).join('')}${parameters.length > 0 ? '\n      ' : ''}],`,
    ...(parameterCheck === undefined ? [] : [`checkParameters: ${parameterCheck},`]),
    ...(media === undefined
      ? []
      : [
          `requestBody: {`,
          `  required: ${requestBody?.required === true},`,
          `  contentType: ${quoted(contentType)},`,
          ...(isForm(contentType) ? encodingsContract(media) : []),
          `  partial: ${update !== undefined},`,
          ...(bodyCheck === undefined ? [] : [`  check: ${bodyCheck},`]),
          `},`,
        ]),
    `responses: {`,
    ...responses.map(
      (response) =>
        `  ${quoted(response.status)}: ${responseContract(response, checks.ofHeaders(operation, response.status), checks)},`,
    ),
    `},`,
  ]
  return `\n    ${name}: {\n${lines.map((line) => `      ${line}\n`).join('')}    },`
}

/**
 * Returns the code for a parameter in the generated contract. Properties that have the default value are left out.
 * OpenAPI 3.1.1 §4.8.12.2.
 */
function parameterContract(parameter: Parameter): string {
  const { in: place, name, required, style, explode, allowReserved, contentType } = parameter
  const isDefault = style === (place === 'path' || place === 'header' ? 'simple' : 'form')
  const more = [
    ...(isDefault ? [] : [`style: ${quoted(style)}`]),
    ...(explode === (style === 'form') ? [] : [`explode: ${explode}`]),
    ...(allowReserved ? ['allowReserved: true'] : []),
    ...(contentType === undefined ? [] : [`contentType: ${quoted(contentType)}`]),
  ]
  return `{ ${[`in: ${quoted(place)}`, `name: ${quoted(name)}`, `required: ${required}`, ...more].join(', ')} }`
}

/**
 * Returns the code for the encodings of a form. Headers of parts are left out, because the document gives no fixed
 * value for them and a client cannot invent one.
 */
function encodingsContract(media: MediaType): string[] {
  const encodings = Object.entries(formEncodings({ ...media, encoding: withoutHeaders(media.encoding) }))
  const told = encodings.filter(([, each]) => Object.keys(each).length > 0)
  return told.length === 0 ? [] : [`  encodings: ${JSON.stringify(Object.fromEntries(told))},`]
}

function withoutHeaders(encoding: MediaType['encoding'] = {}): NonNullable<MediaType['encoding']> {
  return Object.fromEntries(Object.entries(encoding).map(([name, each]) => [name, { ...each, headers: [] }]))
}

function responseContract({ content, headers }: Response, headerCheck: string | undefined, checks: Checks): string {
  const media = content.map(({ range, schema }) => {
    const check = schema === undefined ? undefined : checks.ofSchema(schema, 'response')
    return `${quoted(range)}: {${check === undefined ? '' : ` check: ${check} `}}`
  })
  const heads = headers.map((header) => `{ name: ${quoted(header.name)}, decode: ${quoted(decodingOf(header))} }`)
  const check = headerCheck === undefined ? '' : `, checkHeaders: ${headerCheck}`
  return `{ content: {${media.length > 0 ? ` ${media.join(', ')} ` : ''}}, headers: [${heads.join(', ')}]${check} }`
}

function decodingOf({ schema }: ResponseHeader): 'text' | 'number' | 'boolean' | 'list' {
  const type = isObject(schema?.value) ? schema.value['type'] : undefined
  const types = isArray(type) ? type : [type]
  if (types.includes('string')) return 'text'
  if (types.includes('integer') || types.includes('number')) return 'number'
  if (types.includes('boolean')) return 'boolean'
  return types.includes('array') ? 'list' : 'text'
}

function schemeContract(scheme: SecurityScheme): string {
  const kind = supportedKind(scheme)
  if (kind === 'oauth2') {
    return `{ type: "oauth2", tokenUrl: ${quoted(scheme.tokenUrl ?? '')} }`
  }
  if (kind === 'apiKey') {
    return `{ type: "apiKey", in: ${quoted(scheme.in ?? 'header')}, parameter: ${quoted(scheme.parameter ?? '')} }`
  }
  return `{ type: ${quoted(kind ?? 'bearer')} }`
}

/**
 * Returns the type of the option `credentials`. For one scheme, it is the type of that scheme's credential. For several
 * schemes, it is an object with one credential per scheme.
 */
function credentialsType(schemes: readonly SecurityScheme[]): string {
  const [first, ...others] = schemes.map((scheme) => `CredentialsFor["${supportedKind(scheme) ?? 'bearer'}"]`)
  if (first === undefined) return ''
  if (others.length === 0) return ` & { readonly credentials: ${first} }`
  const members = schemes.map(
    (scheme, index) => `readonly ${quoted(scheme.name)}: ${[first, ...others][index] ?? 'never'}`,
  )
  return ` & { readonly credentials: { ${members.join('; ')} } }`
}

function credentialsValue(schemes: readonly SecurityScheme[]): string {
  const [only, ...others] = schemes
  if (only === undefined) return '{}'
  return others.length === 0 ? `{ ${quoted(only.name)}: options.credentials }` : 'options.credentials'
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
