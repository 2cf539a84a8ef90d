import type { JsonObject } from '../../json.ts'
import type { Send } from '../../operations/annotations.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { drawNegativeParameters } from '../../schemas/draw-negative-parameters.ts'
import type { NegativeCasesOf } from '../case.ts'
import { dottedField } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeBodies } from '../body-values.ts'
import { randomBodyOf } from './random-body.ts'

/** One way to violate one keyword of any request. */
export interface MissOf {
  readonly part: 'body' | 'query' | 'header'
  readonly negative: NegativeCasesOf
  /** The name of the violated parameter or field, for titles. */
  readonly subject: string
  /** The request with that defect; undefined if this request cannot have it. */
  breaks(send: Send): Send | undefined
}

/** All negative cases of an operation's query, headers and body, including those that the plan drops. */
export function negativeCasesOf(operation: Operation, base: BaseRequest, context: PlanContext): MissOf[] {
  return [
    ...operation.parameters.flatMap((parameter) => missesOfParameter(parameter, context)),
    ...missesOfBody(operation, base, context),
  ]
}

function missesOfParameter(parameter: Parameter, { parameters }: PlanContext): MissOf[] {
  const { name, schema, in: part, pointer } = parameter
  if ((part !== 'query' && part !== 'header') || parameters[name] !== undefined) return []
  const key = part === 'query' ? 'query' : 'headers'
  const miss = (negative: NegativeCasesOf, change: (values: JsonObject) => JsonObject): MissOf => ({
    part,
    negative,
    subject: name,
    breaks: (send) => ({ ...send, [key]: change(send[key] ?? {}) }),
  })
  const absent = parameter.required
    ? [
        miss(
          { clause: `${pointer}/required`, keyword: 'required', name: 'absent' },
          ({ [name]: _gone, ...rest }) => rest,
        ),
      ]
    : []
  // Some parsers accept such text as a value, so refusal cannot be expected.
  const wrong = schema === undefined ? [] : drawNegativeParameters(schema).filter(({ needed }) => needed)
  return [
    ...absent,
    ...wrong.map(({ keyword, name: how, raw }) =>
      miss({ clause: (schema?.pointer ?? '') + keyword.pointer, keyword: keyword.name, name: how }, (values) => ({
        ...values,
        [name]: raw,
      })),
    ),
  ]
}

function missesOfBody(operation: Operation, base: BaseRequest, { seed }: PlanContext): MissOf[] {
  const body = randomBodyOf(operation, base)
  if (body === undefined || base.body === undefined) return []
  const { schema, mediaType } = body
  return negativeBodies(mediaType, base.body, { seed }).map(({ keyword, name }) => ({
    part: 'body',
    negative: { clause: schema.pointer + keyword.pointer, keyword: keyword.name, name },
    subject: dottedField(schema.pointer + keyword.pointer),
    breaks: (send) => {
      if (send.body === undefined) return undefined
      const near = negativeBodies(mediaType, send.body, { seed, only: keyword.pointer })
      const found = near.find((each) => each.name === name)
      return found === undefined ? undefined : { ...send, body: found.value }
    },
  }))
}
