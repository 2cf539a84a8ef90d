import { clauseId } from '../../clauses/list-clauses.ts'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { fieldsOf } from '../../operations/read/read-update.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawVariants, type Variant } from '../../schemas/draw/draw-variants.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import type { Schema } from '../../schemas/schema.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { isSerializableParameter } from '../values/is-serializable-parameter.ts'
import type { Case } from '../case.ts'
import { isForm } from '../../client/requests/encode-body.ts'
import { bodyMediaType, isValidBody } from '../values/body-values.ts'
import { otherBodies } from '../values/other-bodies.ts'
import { draft, readablePointer, sendOf, sendWith, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { edgeCaseStrings, QUOTES } from '../values/edge-case-strings.ts'
import { withFractions, withQuotes } from '../values/change-properties.ts'
import { withOtherOffsets } from '../values/other-offsets.ts'
import { consecutiveUpdates } from '../consecutive-updates.ts'
import { existingValue } from '../values/existing-value.ts'

const ID = 'valid'

/**
 * Makes cases with valid requests. Some send one optional field, two, or all of them. Others send an enum value, a
 * minimum or a maximum.
 */
export const validVariants: Maker = {
  id: ID,
  make(operation, base, context) {
    return base.verbatim === true ? variants(operation, base, context) : updates(operation, base, context)
  },
}

/** Makes a case for each valid variant of the parameters and of the body of the base request. */
function variants(operation: Operation, base: BaseRequest, context: PlanContext): Case[] {
  const plain = draft(ID, operation, base, {
    name: 'base',
    title: 'accepts a valid request',
    send: sendOf(base),
    expect: { kind: 'accepted' },
    proves: operation.parameters
      .filter((parameter) => parameter.required)
      .map((parameter) => clauseId(operation, `${parameter.pointer}/required`, 'accepts')),
  })
  const parameters = operation.parameters.flatMap((parameter) => parameterVariants(operation, base, parameter, context))
  const others = otherBodies(operation, base, context).flatMap(({ base: other, mediaType }) => [
    draft(ID, operation, other, {
      name: `base/${mediaType.range.replaceAll('/', '-')}`,
      title: `accepts a valid body as ${mediaType.range}`,
      send: sendOf(other),
      expect: { kind: 'accepted' },
      ...aboutOnly(clauseId(operation, mediaType.pointer, 'accepts')),
    }),
    ...(isForm(mediaType.range) ? bodyVariants(operation, other, context) : []),
  ])
  const bodies = bodyVariants(operation, base, context)
  const own = [plain, ...bodies]
  return [plain, ...parameters, ...bodies, ...others, ...changedBodies(operation, base, own, context)]
}

/**
 * Makes a case with numbers that have a fraction, because a server may round such numbers. Makes a case with date-times
 * in other UTC offsets, and one with quotes, markup and non-Latin letters in all free texts. The server is allowed to
 * refuse the last one with a documented status. A mock stores nothing, so it gets no such case.
 */
function changedBodies(
  operation: Operation,
  base: BaseRequest,
  cases: readonly Case[],
  { target }: PlanContext,
): Case[] {
  const schema = bodyMediaType(operation, base)?.schema
  if (target === 'mock' || schema === undefined) return []
  const bodies = cases.flatMap(({ send }) => send.body ?? []).toSorted((one, other) => sizeOf(other) - sizeOf(one))
  const checker = compileSchema(schema)
  const changed = (
    kind: 'accepted' | 'documented',
    name: string,
    title: string,
    change: (body: Json) => Json | undefined,
  ): Case[] => {
    const body = bodies.map(change).find((each) => each !== undefined && checker.isValid(each, 'request'))
    if (body === undefined) return []
    return [
      draft(ID, operation, base, {
        name: `body/${name}`,
        title,
        send: sendOf(base, { body }),
        expect: { kind },
        proves: [],
      }),
    ]
  }
  return [
    ...changed('accepted', 'other-offsets', 'accepts date-times with other offsets', withOtherOffsets),
    ...changed('accepted', 'fractions', 'accepts numbers with a fraction', (body) => withFractions(schema, body)),
    ...changed(
      'documented',
      'edge-case',
      'gives a documented response for texts with quotes and non-Latin letters',
      (body) => withQuotes(schema, body),
    ),
  ]
}

function sizeOf(body: Json): number {
  return isObject(body) ? Object.keys(body).length : 0
}

/**
 * Makes a case for each valid value of one parameter. Path parameters vary only for a mock, because on other targets
 * their values must exist.
 */
function parameterVariants(
  operation: Operation,
  base: BaseRequest,
  parameter: Parameter,
  context: PlanContext,
): Case[] {
  const { name, schema } = parameter
  if (schema === undefined || parameter.isServerData || parameter.reserved !== undefined) return []
  if (parameter.in === 'path' && context.target !== 'mock') return []
  const drawn = drawVariants(schema, { direction: 'request', seed: context.seed })
    .filter(({ value }) => isSerializableParameter(parameter, value))
    .map((variant) =>
      draft(ID, operation, base, {
        name: readablePointer(`${schema.pointer}${variant.name}`),
        title: `accepts ${parameter.in} ${name}${words(variant.name) === '' ? '' : `: ${words(variant.name)}`}`,
        send: sendWith(base, parameter, variant.value),
        expect: { kind: 'accepted' },
        ...shownBy(operation, schema, variant, variant.pointers[0]),
      }),
    )
  return parameter.in === 'query' && context.target !== 'mock'
    ? [...drawn, ...edgeCaseQuery(operation, base, parameter, schema)]
    : drawn
}

/**
 * Makes a case with quotes, markup and non-Latin letters in a query parameter. If the parameter is a number, the case
 * sends a negative number. The server is allowed to refuse the request with a documented status.
 */
function edgeCaseQuery(operation: Operation, base: BaseRequest, parameter: Parameter, schema: Schema): Case[] {
  const checker = compileSchema(schema)
  const value = [QUOTES, -1].find((each) => checker.isValid(each, 'request'))
  if (value === undefined) return []
  const what = value === QUOTES ? 'quotes and non-Latin letters' : 'a negative number'
  return [
    draft(ID, operation, base, {
      name: readablePointer(`${schema.pointer}/edge-case`),
      title: `gives a documented response for the query parameter ${parameter.name} with ${what}`,
      send: sendWith(base, parameter, value),
      expect: { kind: 'documented' },
      proves: [],
    }),
  ]
}

function bodyVariants(operation: Operation, base: BaseRequest, context: PlanContext): Case[] {
  const mediaType = bodyMediaType(operation, base)
  if (mediaType?.schema === undefined) return []
  const { schema } = mediaType
  const drawn = drawVariants(schema, {
    direction: 'request',
    seed: context.seed,
    ...(base.body === undefined ? {} : { base: base.body }),
  })
  const sendable = drawn.filter(({ value }) => isValidBody(mediaType, value))
  return sendable.map((variant) =>
    draft(ID, operation, base, {
      name: readablePointer(schema.pointer + variant.name),
      title: `accepts ${words(variant.name)}`,
      send: sendOf(base, { body: variant.value }),
      expect: { kind: 'accepted' },
      ...shownBy(operation, schema, variant),
    }),
  )
}

/**
 * Returns the clauses that a variant tests (`proves`), and the clause that is reported if the server refuses the
 * variant (`about`). The latter has the name of the variant, or is the first clause below this name.
 */
function shownBy(
  operation: Operation,
  schema: Schema,
  { name, pointers }: Variant,
  otherwise?: string,
): Pick<Case, 'proves' | 'about'> {
  const place = `${name.replace(/\/alone$/, '')}/`
  const named = pointers.includes(name) ? name : (pointers.find((pointer) => pointer.startsWith(place)) ?? otherwise)
  const idOf = (pointer: string): string => clauseId(operation, schema.pointer + pointer, 'accepts')
  return { proves: pointers.map(idOf), ...(named === undefined ? {} : { about: idOf(named) }) }
}

function words(name: string): string {
  return name.replaceAll('/properties/', ' ').replaceAll('/', ' ').trim()
}

/**
 * Makes updates with valid values: with each field alone, with pairs of fields, and with all fields. Fields with
 * `x-server-data` get values that exist on the server.
 */
function updates(operation: Operation, base: BaseRequest, context: PlanContext): Case[] {
  const mediaType = bodyMediaType(operation, base)
  const schema = mediaType?.schema
  if (mediaType === undefined || schema === undefined) return []
  const good: JsonObject = Object.fromEntries(
    [...fieldsOf(schema)].flatMap(([name, field]) => {
      const value = field['x-server-data'] === true ? existingValue(operation, base, name) : drawn(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  function drawn(name: string): Json | undefined {
    const property = schema === undefined ? undefined : propertySchema(schema, name)
    return property === undefined ? undefined : drawValue(property, { direction: 'request', seed: context.seed })
  }
  const names = Object.keys(good)
  const combinations = [
    ...names.map((name) => [name]),
    ...(names.length > 2 ? pairs(names) : []),
    ...(names.length > 1 ? [names] : []),
  ]
  // Only a partial update is allowed to leave out fields. Other requests also send the remaining fields of the base
  // request.
  const rest = operation.update === undefined && isObject(base.body) ? base.body : {}
  const bodyOf = (fields: readonly string[]): JsonObject => ({
    ...rest,
    ...Object.fromEntries(fields.map((name) => [name, good[name] ?? null])),
  })
  const turn = operation.update === undefined ? undefined : consecutiveUpdates(operation, base, good)
  const inTurn =
    turn === undefined
      ? []
      : [
          draft(ID, operation, base, {
            name: `fields/${turn.name}`,
            title: turn.title,
            first: sendOf(base, { body: turn.first }),
            send: sendOf(base, { body: turn.then }),
            expect: { kind: 'accepted' },
            proves: [],
          }),
        ]
  const atOnce = combinations.map((fields) => {
    const body = bodyOf(fields)
    const alone = fields.length === 1
    return draft(ID, operation, base, {
      name: `fields/${fields.join('+')}`,
      title: alone ? `updates ${fields.join('')} alone` : `updates ${fields.join(' and ')} together`,
      send: sendOf(base, { body }),
      expect: { kind: 'accepted' },
      ...(alone && operation.update !== undefined
        ? aboutOnly(clauseId(operation, `/x-update/${fields.join('')}`))
        : { proves: [] }),
    })
  })
  // A live server may handle unusual strings in unexpected ways, so they are not sent to it.
  const free =
    context.target === 'live' ? [] : [...fieldsOf(schema)].filter(([, field]) => field['x-server-data'] !== true)
  const odd = free.flatMap(([name]) => {
    const property = propertySchema(schema, name)
    return (property === undefined ? [] : edgeCaseStrings(property)).map((text) =>
      draft(ID, operation, base, {
        name: `fields/${name}/${text.name}`,
        title: `updates ${name} to a string that is ${text.name}`,
        send: sendOf(base, {
          body: { ...rest, [name]: text.value },
          ...(text.saysCharset === true
            ? { contentType: `${base.contentType ?? mediaType.range}; charset=utf-8` }
            : {}),
        }),
        expect: { kind: 'accepted' },
        proves: [],
      }),
    )
  })
  return [...atOnce, ...inTurn, ...odd]
}

function aboutOnly(clause: string): Pick<Case, 'proves' | 'about'> {
  return { proves: [clause], about: clause }
}

function pairs(names: readonly string[]): string[][] {
  return names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second]))
}
