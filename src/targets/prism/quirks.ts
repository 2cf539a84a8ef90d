import type { Case } from '../../cases/case.ts'
import { isForm } from '../../client/requests/encode-body.ts'
import { isObject } from '../../json.ts'
import type { Response, SecurityScheme } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import type { Keyword } from '../../schemas/schema.ts'
import { FORM_QUIRKS } from './form-quirks.ts'
import type { Quirk } from './quirk.ts'
import { STYLED_QUIRKS } from './styled-parameter-quirks.ts'
import { UNCOMPILED_QUIRKS } from './uncompiled-schema-quirks.ts'

const formatMiss = (id: string, name: string, title: string): Quirk => ({
  id,
  title,
  hides: (aCase) => isFormatMiss(aCase, name),
})

const parameterMiss = (id: string, name: string, title: string): Quirk => ({
  id,
  title,
  hides: (aCase) => isTypeMissOfParameter(aCase, name),
})

/** Quirks of Prism with formats. Prism checks date-times with its own code, and other formats with ajv-formats. */
const LENIENT_FORMATS: readonly Quirk[] = [
  formatMiss('date-time-blank-separator', 'blank-separator', 'Prism accepts a space between date and time'),
  formatMiss('date-time-offset-24', 'offset-24', 'Prism accepts the offset +24:00'),
  formatMiss('date-time-offset-without-colon', 'offset-without-colon', 'Prism accepts offsets like +0530'),
  formatMiss('date-time-offset-in-hours', 'offset-in-hours', 'Prism accepts offsets like +01'),
  {
    id: 'time-naive',
    title: 'Prism accepts a time without an offset',
    hides: (aCase) => isFormatMiss(aCase, 'naive') && brokenValue(aCase) === 'time',
  },
  formatMiss('uuid-urn', 'urn', 'Prism accepts urn:uuid: before a uuid'),
  {
    id: 'int64-range',
    title: 'Prism does not check the range of int64 in a document that declares its dialect',
    hides: (aCase) => brokenValue(aCase) === 'int64' && isFormatMiss(aCase, 'above', 'below') && declaresDialect(aCase),
  },
]

/** Quirks of Prism with parameters. Prism converts the text of a parameter to a number as JavaScript does. */
const COERCED_PARAMETERS: readonly Quirk[] = [
  parameterMiss('integer-as-exponent', 'exponent', 'Prism reads the parameter value 1e3 as the integer 1000'),
  parameterMiss('integer-as-hexadecimal', 'hexadecimal', 'Prism reads the parameter value 0x10 as the integer 16'),
  parameterMiss('integer-with-leading-zeros', 'leading-zeros', 'Prism reads the parameter value 007 as the integer 7'),
]

const BODIES: readonly Quirk[] = [
  {
    id: 'own-answer-to-malformed-json',
    title: 'Prism answers malformed JSON with its own error, before it reads the document',
    hides: ({ negative }) => negative?.name === 'malformed',
  },
  {
    id: 'duplicate-keys',
    title: 'Prism accepts duplicate keys in an object',
    hides: ({ negative }) => negative?.name === 'duplicate-keys',
  },
  {
    id: 'null-for-an-optional-body',
    title: 'Prism treats a null body as absent',
    hides: ({ negative, operation, send }) =>
      negative !== undefined && operation.requestBody?.required === false && isTakenForNone(send.body),
  },
  {
    id: 'nothing-for-a-required-body',
    title: 'Prism treats a body of null, false, 0 or an empty string as absent',
    hides: ({ negative, operation, send }) =>
      negative === undefined && operation.requestBody?.required === true && isTakenForNone(send.body),
  },
]

/** Quirks of Prism in which it returns a response that the document does not contain. */
const INVENTED_ANSWERS: readonly Quirk[] = [
  {
    id: 'own-401',
    title: 'Prism makes up a 401 for missing credentials if the document has no 401',
    hides: (aCase) => aCase.as === 'anonymous' && !documents(aCase, '401'),
  },
  {
    id: 'own-422',
    title: 'Prism makes up a 422 for an invalid request if the document has neither 422 nor 400',
    hides: (aCase) => aCase.expect.kind === 'refused' && !documents(aCase, ...refusals(aCase)),
  },
  {
    id: 'own-405',
    title: 'Prism makes up the response to undocumented methods',
    hides: ({ expect }) => expect.kind === 'unsupported-method',
  },
  {
    id: 'presence-of-credentials',
    title: 'Prism checks only the presence of credentials',
    hides: ({ as }) => as !== 'partner' && as !== 'anonymous',
  },
]

/** Quirks of Prism with documents that contradict OpenAPI or HTTP. */
const ODD_DOCUMENTS: readonly Quirk[] = [
  {
    id: 'own-500',
    title: 'Prism makes up a 500 if an operation has no response',
    hides: ({ operation }) => operation.responses.length === 0,
  },
  {
    id: 'what-http-does-not-allow',
    title: 'Prism sends a documented 1xx or a documented 204 with a body, which HTTP forbids',
    hides: (aCase) => {
      const asked = askedStatus(aCase)
      const content = askedResponse(aCase)?.content ?? []
      return asked?.startsWith('1') === true || (asked === '204' && content.length > 0)
    },
  },
  {
    id: 'asks-for-ignored-headers',
    title: 'Prism requires a header parameter that OpenAPI ignores',
    hides: ({ operation, as }) => {
      const sends = as === 'partner' && operation.security.some(({ schemes }) => schemes.some(usesAuthorization))
      return operation.ignoredHeaders.some((name) => name !== 'accept' && !(name === 'authorization' && sends))
    },
  },
  {
    id: 'first-media-type-without-a-content-type',
    title: 'Prism reads a body without Content-Type as the first documented media type',
    hides: ({ negative, operation }) => {
      if (negative?.name !== 'missing' || negative.keyword !== 'content') return false
      const [first] = operation.requestBody?.content ?? []
      const read = first !== undefined && isForm(first.range) ? {} : 'text'
      return first?.schema === undefined || compileSchema(first.schema).isValid(read, 'request')
    },
  },
]

/**
 * Keywords of JSON Schema 2020-12 that are not in draft-07. Prism uses draft-07 if the document declares no dialect.
 */
const UNKNOWN_TO_DRAFT_07: readonly string[] = [
  'dependentRequired',
  'dependentSchemas',
  'maxContains',
  'minContains',
  'unevaluatedItems',
  'unevaluatedProperties',
]

const DIALECT: readonly Quirk[] = [
  {
    id: 'nullable-in-3-1',
    title: 'Prism accepts null for `nullable`, which OpenAPI 3.1 does not have',
    hides: (aCase) => {
      const schema = aCase.negative?.name === 'null' ? brokenKeyword(aCase)?.schema.value : undefined
      return isObject(schema) && schema['nullable'] === true
    },
  },
  {
    id: 'draft-07-without-dialect',
    title: 'Without a declared dialect, Prism reads schemas as draft-07, which does not have this keyword',
    hides: (aCase) =>
      !declaresDialect(aCase) &&
      UNKNOWN_TO_DRAFT_07.includes(aCase.negative?.keyword ?? '') &&
      // `minContains: 1` means the same as `contains` alone, and `contains` is in draft-07.
      !(aCase.negative?.keyword === 'minContains' && brokenValue(aCase) === 1),
  },
]

/**
 * Quirks of Prism with OpenAPI 3.2. Prism reads OpenAPI 3.1, and the conversion to 3.1 removes some parts of 3.2 (see
 * `lower-to-3-1.ts`).
 */
const OPENAPI_3_2: readonly Quirk[] = [
  {
    id: 'methods-of-3-2',
    title: 'Prism serves neither the method QUERY nor methods in `additionalOperations`',
    hides: ({ operation }) => !/^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)$/.test(operation.method),
  },
  {
    id: 'whole-query-string',
    title: 'Prism does not read a parameter that is the whole query string',
    hides: ({ operation, negative }) =>
      operation.parameters.some(
        ({ style, pointer }) => style === 'querystring' && negative?.clause.startsWith(`${pointer}/`) === true,
      ),
  },
  {
    id: 'streams',
    title: 'Prism cannot write a stream',
    hides: (aCase) => {
      const content = askedResponse(aCase)?.content ?? []
      return content.length > 0 && content.every(({ isStream }) => isStream === true)
    },
  },
]

/** All known quirks of Prism. */
export const MOCK_QUIRKS: readonly Quirk[] = [
  ...LENIENT_FORMATS,
  ...COERCED_PARAMETERS,
  ...BODIES,
  ...FORM_QUIRKS,
  ...INVENTED_ANSWERS,
  ...UNCOMPILED_QUIRKS,
  ...ODD_DOCUMENTS,
  ...DIALECT,
  ...STYLED_QUIRKS,
  ...OPENAPI_3_2,
]

/** Returns the title of a quirk that affects the case. Returns undefined if no quirk does. */
export function hiddenByQuirk(aCase: Case): string | undefined {
  return MOCK_QUIRKS.find((quirk) => quirk.hides(aCase))?.title
}

/**
 * Returns the status that a case requests from the mock: the one that the case names, or else the first 2xx of the
 * operation.
 */
function askedStatus({ operation, ask, expect }: Case): string | undefined {
  const success = operation.responses.find(({ status }) => status.startsWith('2'))?.status
  return ask?.status ?? (expect.kind === 'accepted' ? (success ?? operation.responses[0]?.status) : undefined)
}

function askedResponse(aCase: Case): Response | undefined {
  const asked = askedStatus(aCase)
  return aCase.operation.responses.find(({ status }) => status === asked)
}

function isTakenForNone(body: Case['send']['body']): boolean {
  return body === null || body === false || body === 0 || body === ''
}

function usesAuthorization({ type }: SecurityScheme): boolean {
  return type === 'http' || type === 'oauth2' || type === 'openIdConnect'
}

function isFormatMiss({ negative }: Case, ...names: readonly string[]): boolean {
  return negative?.keyword === 'format' && names.includes(negative.name)
}

function isTypeMissOfParameter({ negative }: Case, name: string): boolean {
  return negative?.keyword === 'type' && negative.name === name && negative.clause.startsWith('/parameters/')
}

/** Returns the value of the keyword that a negative case violates, such as the name of a format or a limit. */
function brokenValue(aCase: Case): unknown {
  return brokenKeyword(aCase)?.value
}

function brokenKeyword({ negative, operation }: Case): Keyword | undefined {
  const schemas = [...operation.parameters, ...(operation.requestBody?.content ?? [])].flatMap(
    ({ schema }) => schema ?? [],
  )
  const keywords = schemas
    .filter((schema) => negative?.clause.startsWith(`${schema.pointer}/`))
    .flatMap((schema) =>
      listKeywords(schema, 'request').filter((each) => schema.pointer + each.pointer === negative?.clause),
    )
  return keywords[0]
}

function declaresDialect({ operation }: Case): boolean {
  const dialect = operation.document.root.value['jsonSchemaDialect']
  return typeof dialect === 'string' && /json-schema\.org\/draft\/20(19-09|20-12)\/schema#?$/.test(dialect)
}

/** True if the document has a response for one of the statuses. Prism then returns this response. */
function documents({ operation }: Case, ...statuses: readonly string[]): boolean {
  return operation.responses.some(({ status }) => [...statuses, '4XX', 'default'].includes(status))
}

function refusals({ expect }: Case): readonly string[] {
  return expect.kind === 'refused' && expect.part === 'content-type' ? ['415', '422', '400'] : ['422', '400']
}
