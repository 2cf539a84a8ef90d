import { isForm } from '../../client/requests/encode-body.ts'
import { formEncodings } from '../../operations/form-encodings.ts'
import { contentTypeUnder } from '../../operations/media-types.ts'
import type { MediaType, Parameter, Response, SecurityScheme } from '../../operations/operation.ts'
import type { Direction } from '../../schemas/schema.ts'
import { bodyForm, plainType } from '../body-form.ts'
import type { Checks } from '../checks.ts'
import { int64Shapes, refusedInt64, type Int64Form } from '../int64.ts'
import { supportedKind, type ClientPlan, type PlannedMethod } from '../client-plan.ts'
import { hasMiddleware, headerFor, type Api, type GeneratedFile } from '../generated-file.ts'
import { headerShape, isScalar } from '../header-shape.ts'
import { camelCase, pascalCase } from '../identifiers.ts'
import { docComment, methodLines, statusLines } from '../doc-comment.ts'
import { aliasFor, type NamedSchema } from '../prepare/named-schemas.ts'

/** The folder of the client runtime, the only folder of `src` that generated code imports. */
export const RUNTIME = '../../src/client'

/**
 * Generates the client of an API, with one response type for each status. Also generates the contract against which the
 * client checks messages at run time.
 */
export function emitClient(api: Api, plan: ClientPlan, checks: Checks, named: readonly NamedSchema[]): GeneratedFile {
  const own = pascalCase(api.name)
  const contract = `${camelCase(api.name)}Contract`
  const int64 = api.int64 ?? 'number'
  const operations = plan.methods.map((method) => operationContract(method, checks, int64))
  const body = [
    ...plan.methods.map((method) => typesOf(method, named)),
    `/** The contract of ${own} that the client and the middleware check. */`,
    `export const ${contract} = {`,
    `  schemes: {${plan.schemes.map((scheme) => `\n    ${quoted(scheme.name)}: ${schemeContract(scheme)},`).join('')}${plan.schemes.length > 0 ? '\n  ' : ''}},`,
    `  operations: {${operations.join('')}${operations.length > 0 ? '\n  ' : ''}},`,
    `} satisfies Contract\n`,
    `/** The options of a client of ${own}. */`,
    `export type ${own}ClientOptions = ${credentialsType(plan)}ClientOptions\n`,
    `/** The operations of ${own}. */`,
    `export interface ${own}Client {${plan.methods.map(signature).join('')}\n}\n`,
    `/** Creates a client that throws a ContractViolation for any response that violates the document of ${own}. */`,
    `export function create${own}Client(options: ${own}ClientOptions): ${own}Client {`,
    `  ${plan.methods.length > 0 ? 'const call = ' : ''}createCall(${contract}, options, ${credentialsValue(plan.schemes)})`,
    `  return {${plan.methods.map((method) => implementation(method, contract)).join('')}\n  }`,
    `}\n`,
    ...(hasMiddleware(api)
      ? [
          `/** Middleware for an existing openapi-fetch client: \`client.use(create${own}Middleware())\`. */`,
          `export function create${own}Middleware(options: MiddlewareOptions = {}): ContractMiddleware {`,
          `  return createMiddleware(${contract}, options)`,
          `}\n`,
        ]
      : []),
  ].join('\n')
  const asked = [...new Set(operations.join('').match(/(?<=\bcheck\w*: )check[\p{ID_Continue}$]+/gu))].toSorted()
  return { path: `${api.name}/client.ts`, text: `${headerFor(api)}${imports(plan, body, asked, named)}\n${body}` }
}

function imports(plan: ClientPlan, code: string, checks: readonly string[], named: readonly NamedSchema[]): string {
  const uses = {
    form: code.includes('encode: encodeForm'),
    codecs: code.includes('json: int64Json('),
    tokens: code.includes('open: openTokens'),
    parameters: code.includes('serialize: serializeParameter'),
  }
  const bare = code.replaceAll(/\/\*\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"/g, '')
  const mentions = (name: string): boolean => new Set(bare.match(/[\p{ID_Continue}$]+/gu)).has(name)
  const types = [...named.map(({ name }) => name), ...(/\bpaths\[/.test(bare) ? ['paths'] : [])].filter(mentions)
  const some = plan.methods.length > 0
  const answers = ['Answer', 'AnswerWithHeaders', 'StatusIn'].filter(mentions)
  return [
    ...(answers.length > 0 ? [`import type { ${answers.join(', ')} } from '${RUNTIME}/answers/answer.ts'`] : []),
    `import { createCall${some ? ', type CallOptions' : ''} } from '${RUNTIME}/client.ts'`,
    `import type { Contract } from '${RUNTIME}/contract.ts'`,
    ...(plan.schemes.length > 0 ? [`import type { CredentialsFor } from '${RUNTIME}/sending/credentials.ts'`] : []),
    ...(uses.form ? [`import { encodeForm } from '${RUNTIME}/requests/encode-form.ts'`] : []),
    ...(uses.codecs ? [`import { int64Json } from '${RUNTIME}/answers/int64-json.ts'`] : []),
    ...(code.includes('createMiddleware(')
      ? [
          `import { createMiddleware, type ContractMiddleware, type MiddlewareOptions } from '${RUNTIME}/sending/middleware.ts'`,
        ]
      : []),
    ...(uses.parameters ? [`import { serializeParameter } from '${RUNTIME}/requests/serialize-parameter.ts'`] : []),
    `import type { ClientOptions } from '${RUNTIME}/settings.ts'`,
    ...(uses.tokens ? [`import { openTokens } from '${RUNTIME}/sending/token.ts'`] : []),
    ...(types.length > 0 ? [`import type { ${types.toSorted().join(', ')} } from './types.ts'`] : []),
    ...(checks.length > 0
      ? [`import {${checks.map((name) => `\n  ${name},`).join('')}\n} from './validators.js'`]
      : []),
    '',
  ].join('\n')
}

function typesOf(method: PlannedMethod, named: readonly NamedSchema[]): string {
  const { base, type, parameters, operation } = method
  const path = parameters.some(({ name }) => name === 'path')
  const answers = operation.responses.map((response) => `\n  | ${answerType(method, response, named)}`)
  return [
    ...(path
      ? [
          `${docComment([`The path parameters of \`${operation.id}\`.`])}export type ${base}Path = ${type}["parameters"]["path"]`,
        ]
      : []),
    `${docComment([`The answers of \`${operation.id}\`. Checking \`status\` narrows the type of the body.`, ...statusLines(operation)])}export type ${base}Answer =${answers.join('') || ' never'}\n`,
  ].join('\n')
}

/** Returns the TypeScript type of the responses with one documented status or status range. */
function answerType({ type, operation }: PlannedMethod, response: Response, named: readonly NamedSchema[]): string {
  const { status, content, headers } = response
  const own = `${type}["responses"][${/^\d+$/.test(status) ? status : quoted(status)}]`
  const bodies = content.map((media) => {
    const { range, schema } = media
    const form = bodyForm(media, 'response')
    if (form !== 'schema') return plainType(form, range, 'response')
    return (schema && aliasFor(schema, named, 'response')) ?? `${own}["content"][${quoted(range)}]`
  })
  const body = operation.method === 'HEAD' || bodies.length === 0 ? 'undefined' : [...new Set(bodies)].join(' | ')
  const listed = operation.responses.map((each) => each.status).filter((each) => /^\d+$/.test(each))
  const range = `StatusIn<${quoted(status)}${listed.length === 0 ? '' : `, ${listed.join(' | ')}`}>`
  const statuses = /^\d+$/.test(status) ? status : status === 'default' ? 'number' : range
  if (headers.length === 0) return `Answer<${statuses}, ${body}>`
  return `AnswerWithHeaders<${statuses}, ${body}, ${own}["headers"]>`
}

function signature({ operation, name, base, parameters }: PlannedMethod): string {
  const list = parameters.map((each) => `${each.name}${each.optional ? '?' : ''}: ${each.type}`)
  return `\n${docComment(methodLines(operation), '  ')}  ${name}(${list.join(', ')}): Promise<${base}Answer>`
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

function operationContract({ operation, name, security }: PlannedMethod, checks: Checks, int64: Int64Form): string {
  const { id, method, path, parameters, requestBody, responses, update } = operation
  const media = requestBody?.content[0]
  const parameterCheck = checks.ofParameters(operation)
  const isChecked = media?.schema !== undefined && bodyForm(media, 'request') === 'schema'
  const bodyCheck = isChecked ? checks.ofSchema(media.schema, 'request') : undefined
  const range = media?.range ?? ''
  const isAny = media !== undefined && bodyForm(media, 'request') === 'text or bytes'
  const contentType = (isAny ? undefined : contentTypeUnder(range)) ?? range
  const lines = [
    `id: ${quoted(id)},`,
    `method: ${quoted(method)},`,
    `path: ${quoted(path)},`,
    `security: [${security.map((schemes) => `[${schemes.map(quoted).join(', ')}]`).join(', ')}],`,
    `parameters: [${parameters.map((each) => `\n        ${parameterContract(each, int64)},`).join('')}${parameters.length > 0 ? '\n      ' : ''}],`,
    ...(parameterCheck === undefined ? [] : [`checkParameters: ${parameterCheck},`]),
    ...(media === undefined
      ? []
      : [
          `requestBody: {`,
          `  required: ${requestBody?.required === true},`,
          `  contentType: ${quoted(contentType)},`,
          ...(isForm(contentType) ? ['  encode: encodeForm,', ...encodingsContract(media)] : []),
          ...codec(media, 'request', int64).map((line) => `  ${line},`),
          `  partial: ${update !== undefined},`,
          ...(bodyCheck === undefined ? [] : [`  check: ${bodyCheck},`]),
          `},`,
        ]),
    `responses: {`,
    ...responses.map(
      (response) =>
        `  ${quoted(response.status)}: ${responseContract(response, checks.ofHeaders(operation, response.status), checks, int64)},`,
    ),
    `},`,
  ]
  return `\n    ${name}: {\n${lines.map((line) => `      ${line}\n`).join('')}    },`
}

/**
 * Returns the code of a parameter in the generated contract. Leaves out properties with their default value. OpenAPI
 * 3.1.1 §4.8.12.2.
 */
function parameterContract(parameter: Parameter, int64: Int64Form): string {
  const { schema } = parameter
  if (
    parameter.contentType !== undefined &&
    schema !== undefined &&
    int64Shapes(schema, 'request', int64) !== undefined
  )
    throw refusedInt64(schema, `a parameter with \`content\` cannot contain 64-bit integers as ${int64}`)
  const { in: place, name, required, style, explode, allowReserved, contentType } = parameter
  const isPlain = place === 'path' && style === 'simple' && contentType === undefined && isScalar(parameter)
  const isDefault = style === (place === 'path' || place === 'header' ? 'simple' : 'form')
  const more = [
    ...(isDefault ? [] : [`style: ${quoted(style)}`]),
    ...(explode === (style === 'form') ? [] : [`explode: ${explode}`]),
    ...(allowReserved ? ['allowReserved: true'] : []),
    ...(contentType === undefined ? [] : [`contentType: ${quoted(contentType)}`]),
    ...(isPlain ? [] : ['serialize: serializeParameter']),
  ]
  return `{ ${[`in: ${quoted(place)}`, `name: ${quoted(name)}`, `required: ${required}`, ...more].join(', ')} }`
}

/**
 * Returns a list with the code of the encodings of a form. The list is empty if no property has an encoding. Leaves out
 * the headers of the parts of a form, because the document does not give their values.
 */
function encodingsContract(media: MediaType): string[] {
  const encodings = Object.entries(formEncodings({ ...media, encoding: withoutHeaders(media.encoding) }))
  const described = encodings.filter(([, each]) => Object.keys(each).length > 0)
  return described.length === 0 ? [] : [`  encodings: ${JSON.stringify(Object.fromEntries(described))},`]
}

function withoutHeaders(encoding: MediaType['encoding'] = {}): NonNullable<MediaType['encoding']> {
  return Object.fromEntries(Object.entries(encoding).map(([name, each]) => [name, { ...each, headers: [] }]))
}

function responseContract(
  { content, headers }: Response,
  headerCheck: string | undefined,
  checks: Checks,
  int64: Int64Form,
): string {
  const media = content.map((each) => {
    const isChecked = each.schema !== undefined && bodyForm(each, 'response') === 'schema'
    const check = isChecked ? checks.ofSchema(each.schema, 'response') : undefined
    const inside = [...(check === undefined ? [] : [`check: ${check}`]), ...codec(each, 'response', int64)]
    return `${quoted(each.range)}: {${inside.length === 0 ? '' : ` ${inside.join(', ')} `}}`
  })
  const heads = headers.map(
    (header) => `{ name: ${quoted(header.name)}, decode: ${JSON.stringify(headerShape(header, int64))} }`,
  )
  const check = headerCheck === undefined ? '' : `, checkHeaders: ${headerCheck}`
  return `{ content: {${media.length > 0 ? ` ${media.join(', ')} ` : ''}}, headers: [${heads.join(', ')}]${check} }`
}

/**
 * Returns a list with the code that converts the 64-bit integers in a JSON body. The list is empty if the body has no
 * 64-bit integers or if they stay numbers.
 */
function codec(media: MediaType, direction: Direction, int64: Int64Form): string[] {
  if (media.schema === undefined || int64 === 'number' || bodyForm(media, direction) !== 'schema') return []
  const shapes = int64Shapes(media.schema, direction, int64)
  if (shapes === undefined) return []
  if (isForm(media.range)) throw refusedInt64(media.schema, `a form cannot contain 64-bit integers as ${int64}`)
  return [`json: int64Json(${quoted(int64)}, ${JSON.stringify(shapes)})`]
}

function schemeContract(scheme: SecurityScheme): string {
  const kind = supportedKind(scheme)
  if (kind === 'oauth2') {
    return `{ type: "oauth2", tokenUrl: ${quoted(scheme.tokenUrl ?? '')}, open: openTokens }`
  }
  if (kind === 'apiKey') {
    return `{ type: "apiKey", in: ${quoted(scheme.in ?? 'header')}, parameter: ${quoted(scheme.parameter ?? '')} }`
  }
  return `{ type: ${quoted(kind ?? 'bearer')} }`
}

/**
 * Returns the TypeScript type of the option `credentials`. For one scheme, it is the type of the credential. For
 * several schemes, it is an object with one credential per scheme. Credentials that no operation requires are optional.
 */
function credentialsType({ schemes, needed, needsCredentials }: ClientPlan): string {
  const [first, ...others] = schemes.map((scheme) => {
    const type = `CredentialsFor["${supportedKind(scheme) ?? 'bearer'}"]`
    return { type, member: `readonly ${quoted(scheme.name)}${needed.has(scheme.name) ? '' : '?'}: ${type}` }
  })
  if (first === undefined) return ''
  const type = others.length === 0 ? first.type : `{ ${[first, ...others].map(({ member }) => member).join('; ')} }`
  return `{ readonly credentials${needsCredentials ? '' : '?'}: ${type} } & `
}

function credentialsValue(schemes: readonly SecurityScheme[]): string {
  const [only, ...others] = schemes
  if (only === undefined) return '{}'
  return others.length === 0
    ? `options.credentials && { ${quoted(only.name)}: options.credentials }`
    : 'options.credentials'
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
