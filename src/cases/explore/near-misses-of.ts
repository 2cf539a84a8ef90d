import type { JsonObject } from '../../json.ts'
import type { Send } from '../../operations/annotations.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { drawNearMisses } from '../../schemas/draw-near-misses.ts'
import { drawParameterNearMisses } from '../../schemas/draw-parameter-near-misses.ts'
import type { NearMissOf } from '../case.ts'
import { fieldOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { jsonBodyOf } from './json-body.ts'

/** One way to break a request in one keyword, whatever else the request is. */
export interface MissOf {
  readonly part: 'body' | 'query' | 'header'
  readonly nearMiss: NearMissOf
  /** What is broken, for titles: the name of a parameter or field. */
  readonly subject: string
  /** The request with that one thing wrong; undefined where it cannot be made of this one. */
  breaks(send: Send): Send | undefined
}

/** Every near miss of an operation's query, headers and JSON body: those that the plan sends, and those that it drops. */
export function nearMissesOf(operation: Operation, base: BaseRequest, context: PlanContext): MissOf[] {
  return [
    ...operation.parameters.flatMap((parameter) => missesOfParameter(parameter, context)),
    ...missesOfBody(operation, base, context),
  ]
}

function missesOfParameter(parameter: Parameter, { parameters }: PlanContext): MissOf[] {
  const { name, schema, in: part, pointer } = parameter
  if ((part !== 'query' && part !== 'header') || parameters[name] !== undefined) return []
  const key = part === 'query' ? 'query' : 'headers'
  const miss = (nearMiss: NearMissOf, change: (values: JsonObject) => JsonObject): MissOf => ({
    part,
    nearMiss,
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
  // What some readers of texts take for a value is no near miss to insist on.
  const wrong = schema === undefined ? [] : drawParameterNearMisses(schema).filter(({ needed }) => needed)
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
  const body = jsonBodyOf(operation, base)
  if (body === undefined || base.body === undefined) return []
  const { schema } = body
  const options = { direction: 'request', seed } as const
  return drawNearMisses(schema, base.body, options).map(({ keyword, name }) => ({
    part: 'body',
    nearMiss: { clause: schema.pointer + keyword.pointer, keyword: keyword.name, name },
    subject: fieldOf(schema.pointer + keyword.pointer),
    breaks: (send) => {
      if (send.body === undefined) return undefined
      const near = drawNearMisses(schema, send.body, { ...options, only: keyword.pointer })
      const found = near.find((each) => each.name === name)
      return found === undefined ? undefined : { ...send, body: found.value }
    },
  }))
}
