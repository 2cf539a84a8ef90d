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

/** One way to violate one keyword. It can be applied to any request of the operation. */
export interface Violation {
  readonly part: 'body' | 'query' | 'header'
  readonly negative: Defect
  /** The name of the violated parameter or field, for the titles of cases. */
  readonly subject: string
  /** Returns `send` with the violation. Returns undefined if the violation cannot be applied to `send`. */
  applyTo(send: Send): Send | undefined
}

/**
 * Returns all violations for the query, headers and body of an operation, including violations that the plan leaves
 * out.
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
  // Only the texts with `needed` are used, because every parser refuses them. Some parsers accept the other texts.
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
