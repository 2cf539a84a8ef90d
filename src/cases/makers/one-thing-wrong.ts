import { pointer as join } from '../../document/json-pointer.ts'
import { clauseId } from '../../clauses/list-clauses.ts'
import type { Json } from '../../json.ts'
import type { MediaType, Operation, Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawNegativeValues } from '../../schemas/negative-values/draw-negative-values.ts'
import { drawNegativeParameters } from '../../schemas/negative-values/draw-negative-parameters.ts'
import { drawNegativeStyledValues } from '../../schemas/negative-values/draw-negative-styled-values.ts'
import type { Keyword, Schema } from '../../schemas/schema.ts'
import { valueOf } from '../base-request.ts'
import { bodyMediaType, negativeBodies } from '../values/body-values.ts'
import { withCompanion, withFieldsAlone } from '../values/fields-alone.ts'
import { otherBodies } from '../values/other-bodies.ts'
import { isSerializableParameter } from '../values/is-serializable-parameter.ts'
import type { Case } from '../case.ts'
import { isForm } from '../../client/requests/encode-body.ts'
import { isJson, isUnder } from '../../operations/media-types.ts'
import {
  draft,
  dottedField,
  ifAbsent,
  readablePointer,
  refusal,
  refusedIn,
  sendOf,
  sendWith,
  type Maker,
} from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { massAssignment } from '../values/mass-assignment.ts'
import { coercibleBody, coerciblePath } from '../values/coercible-values.ts'

const ID = 'negative'

/**
 * Makes negative cases. Each sends the valid base request with one change: the request violates one keyword, or its
 * body cannot be parsed.
 */
export const oneThingWrong: Maker = {
  id: ID,
  make(operation, base, context) {
    const mediaType = bodyMediaType(operation, base)
    const forms = otherBodies(operation, base, context).filter(({ mediaType: { range } }) => isForm(range))
    return [
      ...operation.parameters.flatMap((parameter) => casesOfParameter(operation, base, parameter, context)),
      ...(mediaType === undefined ? [] : casesOfBody(operation, base, mediaType, context)),
      ...(mediaType === undefined ? [] : malformedBodies(operation, base, mediaType)),
      ...forms.flatMap((form) => casesOfBody(operation, form.base, form.mediaType, context)),
    ]
  },
}

function casesOfParameter(operation: Operation, base: BaseRequest, parameter: Parameter, context: PlanContext): Case[] {
  const { name, schema } = parameter
  if (parameter.reserved !== undefined) return []
  const part = parameter.in === 'cookie' ? 'header' : parameter.in
  const withValue = (value: Json | undefined): Case['send'] => sendWith(base, parameter, value)
  const cases: Case[] = []
  if (parameter.required && parameter.in !== 'path') {
    cases.push(
      draft(ID, operation, base, {
        name: readablePointer(`${parameter.pointer}/required/absent`),
        title: `refuses a request without ${parameter.in} ${name}`,
        send: withValue(undefined),
        expect: refusedIn(part),
        negative: { clause: `${parameter.pointer}/required`, keyword: 'required', name: 'absent' },
        proves: [clauseId(operation, `${parameter.pointer}/required`, 'refuses')],
      }),
    )
  }
  if (schema === undefined) return cases
  if (isPrecondition(operation, parameter) && compileSchema(schema).isValid(UNKNOWN_TAG, 'request')) {
    cases.push(
      draft(ID, operation, base, {
        name: readablePointer(`${parameter.pointer}/other-version`),
        title: `refuses an update whose ${name} does not match the current version`,
        send: withValue(UNKNOWN_TAG),
        expect: refusedIn(part),
        negative: { clause: `${parameter.pointer}/required`, keyword: 'required', name: 'other-version' },
        proves: [clauseId(operation, '/responses/412')],
      }),
    )
  }
  for (const miss of valuesThatBreak(parameter, schema, context).filter(({ needed }) => needed)) {
    const clause = schema.pointer + miss.keyword.pointer
    const negative = { clause, keyword: miss.keyword.name, name: miss.name }
    cases.push({
      ...draft(ID, operation, base, {
        name: readablePointer(`${clause}${join(miss.name)}`),
        title: refusal(name, negative),
        send: withValue(coerciblePath(operation, base, parameter, miss)),
        expect: refusedIn(part),
        negative,
        proves: [clauseId(operation, clause, 'refuses')],
      }),
      ...ifAbsent(operation, parameter, base, context),
    })
  }
  return cases
}

/** An ETag that no server has assigned to a version. */
const UNKNOWN_TAG = '"contract-gate-unknown"'

/**
 * True for a required `If-Match` header if the document defines 412, the response for a version that has changed (RFC
 * 9110 §13.1.1).
 */
function isPrecondition(operation: Operation, { name, in: place, required }: Parameter): boolean {
  const isDocumented = operation.responses.some(({ status }) => status === '412')
  return place === 'header' && required && name.toLowerCase() === 'if-match' && isDocumented
}

interface Miss {
  readonly keyword: Keyword
  readonly name: string
  readonly value: Json
  readonly needed: boolean
}

/**
 * Returns invalid values of a parameter. For a parameter with JSON content, these are JSON values. Otherwise these are
 * strings, lists and objects.
 */
function valuesThatBreak(parameter: Parameter, schema: Schema, context: PlanContext): readonly Miss[] {
  const { contentType, style, explode } = parameter
  if (contentType !== undefined) {
    const base = isJson(contentType) ? valueOf(parameter, context) : undefined
    return base === undefined ? [] : drawNegativeValues(schema, base, { direction: 'request', seed: context.seed })
  }
  // With `explode`, each property is sent as a separate parameter, so a server cannot detect an unknown property of the
  // object.
  const isSpread = style === 'form' && explode
  const styled = drawNegativeStyledValues(schema).filter(
    ({ value, keyword }) => isSerializableParameter(parameter, value) && !(isSpread && ABOUT_NAMES.has(keyword.name)),
  )
  return [...drawNegativeParameters(schema).map((miss) => ({ ...miss, value: miss.raw })), ...styled]
}
const ABOUT_NAMES: ReadonlySet<string> = new Set([
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
  'maxProperties',
])

function casesOfBody(operation: Operation, base: BaseRequest, mediaType: MediaType, context: PlanContext): Case[] {
  if (mediaType.schema === undefined || base.body === undefined) return []
  const { schema } = mediaType
  const { seed } = context
  const drawn = negativeBodies(mediaType, base.body, { seed }).map((miss) => withCompanion(operation, base, miss))
  const misses = withFieldsAlone(drawn, { schema, base: base.body, update: operation.update })
  const assigned = misses.flatMap((miss) => massAssignment(operation, miss, base.body, seed))
  return [...misses, ...assigned]
    .filter(({ needed }) => needed)
    .map((miss) => {
      const clause = schema.pointer + miss.keyword.pointer
      const negative = { clause, keyword: miss.keyword.name, name: miss.name }
      return draft(ID, operation, base, {
        name: readablePointer(`${clause}${join(miss.name)}`),
        title: refusal(dottedField(clause), negative),
        send: sendOf(base, {
          body: isForm(mediaType.range) ? miss.value : coercibleBody(operation, base, schema, miss),
        }),
        expect: refusedIn('body'),
        negative,
        proves: [clauseId(operation, clause, 'refuses')],
      })
    })
}

/**
 * Bodies that cannot be parsed, per media type. URL-encoded forms are not listed, because every text is a valid form.
 */
const MALFORMED: readonly (readonly [type: RegExp, title: string, raw: string])[] = [
  [/json|\*\/\*|application\/\*/i, 'refuses a body that is not valid JSON', '{"a": '],
  [/^multipart\/form-data/i, 'refuses a multipart body without a boundary', 'no parts'],
]

const WRONG_TYPES = ['text/plain', 'application/pdf']

/** Makes cases with a body that is missing or cannot be parsed, and cases with a wrong or missing content type. */
function malformedBodies(operation: Operation, base: BaseRequest, mediaType: MediaType): Case[] {
  const body = operation.requestBody
  if (body === undefined) return []
  const { contentType: _type, body: sent, ...bare } = sendOf(base)
  const miss = (
    clause: string,
    name: string,
    title: string,
    part: 'body' | 'content-type',
    more: Partial<Case>,
  ): Case =>
    draft(ID, operation, base, {
      name: readablePointer(`${clause}/${name}`),
      title,
      send: sendOf(base),
      expect: refusedIn(part),
      negative: { clause, keyword: clause.split('/').at(-1) ?? '', name },
      proves: [clauseId(operation, clause, 'refuses')],
      ...more,
    })
  const { pointer } = body
  const malformed = MALFORMED.filter(([type]) => type.test(mediaType.range)).map(([, ...rest]) => rest)
  const undocumented = WRONG_TYPES.find((type) => body.content.every(({ range }) => !isUnder(type, range)))
  return [
    ...malformed.map(([title, raw]) =>
      miss(mediaType.pointer, 'malformed', title, 'body', { send: sendOf(base, { raw }) }),
    ),
    ...(undocumented === undefined
      ? []
      : [
          miss(`${pointer}/content`, 'wrong', 'refuses a content type that is not documented', 'content-type', {
            send: sendOf(base, { contentType: undocumented }),
          }),
          miss(`${pointer}/content`, 'missing', 'refuses a body without a content type', 'content-type', {
            send: sent === undefined ? bare : { ...bare, body: sent },
            withoutContentType: true,
          }),
        ]),
    ...(body.required
      ? [
          miss(`${pointer}/required`, 'empty', 'refuses a request without a body', 'body', {
            send: { ...sendOf(base), raw: '' },
          }),
        ]
      : []),
  ]
}
