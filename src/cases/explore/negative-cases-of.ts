import { isOpen } from '../../clauses/list-clauses.ts'
import type { JsonObject } from '../../json.ts'
import type { Send } from '../../operations/annotations.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { drawNegativeParameters } from '../../schemas/negative-values/draw-negative-parameters.ts'
import type { Defect } from '../case.ts'
import { dottedField } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { negativeBodies } from '../values/body-values.ts'
import { randomBodyOf } from './random-body.ts'

/** A way to violate one keyword in any request of the operation. Example: a `limit` above its maximum. */
export interface Violation {
  readonly part: 'body' | 'query' | 'header'
  readonly negative: Defect
  /** The name of the violated parameter or field, for the title of the case. */
  readonly subject: string
  /** Returns a copy of `send` that violates the keyword. Returns undefined if `send` has no body to change. */
  applyTo(send: Send): Send | undefined
}

/**
 * Returns every way to violate a keyword in the query, the headers or the body of an operation. The normal plan sends
 * only some of these violations.
 */
export function negativeCasesOf(operation: Operation, base: BaseRequest, context: PlanContext): Violation[] {
  return [
    ...operation.parameters.flatMap((parameter) => violationsOfParameter(parameter, context)),
    ...violationsOfBody(operation, base, context),
  ].filter(({ negative }) => !isOpen(operation, negative))
}

function violationsOfParameter(parameter: Parameter, { parameters }: PlanContext): Violation[] {
  const { name, schema, in: part, pointer } = parameter
  if ((part !== 'query' && part !== 'header') || parameters[name] !== undefined) return []
  const key = part === 'query' ? 'query' : 'headers'
  const violation = (negative: Defect, change: (values: JsonObject) => JsonObject): Violation => ({
    part,
    negative,
    subject: name,
    applyTo: (send) => ({ ...send, [key]: change(send[key] ?? {}) }),
  })
  const absent = parameter.required
    ? [
        violation(
          { clause: `${pointer}/required`, keyword: 'required', name: 'absent' },
          ({ [name]: _gone, ...rest }) => rest,
        ),
      ]
    : []
  // Uses only texts with `needed`, because every parser refuses them. Some parsers accept other invalid texts.
  const wrong = schema === undefined ? [] : drawNegativeParameters(schema).filter(({ needed }) => needed)
  return [
    ...absent,
    ...wrong.map(({ keyword, name: how, raw }) =>
      violation({ clause: (schema?.pointer ?? '') + keyword.pointer, keyword: keyword.name, name: how }, (values) => ({
        ...values,
        [name]: raw,
      })),
    ),
  ]
}

function violationsOfBody(operation: Operation, base: BaseRequest, { seed }: PlanContext): Violation[] {
  const body = randomBodyOf(operation, base)
  if (body === undefined || base.body === undefined) return []
  const { schema, mediaType } = body
  return negativeBodies(mediaType, base.body, { seed }).map(({ keyword, name }) => ({
    part: 'body',
    negative: { clause: schema.pointer + keyword.pointer, keyword: keyword.name, name },
    subject: dottedField(schema.pointer + keyword.pointer),
    applyTo: (send) => {
      if (send.body === undefined) return undefined
      const near = negativeBodies(mediaType, send.body, { seed, only: keyword.pointer })
      const found = near.find((each) => each.name === name)
      return found === undefined ? undefined : { ...send, body: found.value }
    },
  }))
}
