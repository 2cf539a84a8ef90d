import fc from 'fast-check'
import { isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { serializeParameter } from '../../operations/serialize-parameter.ts'
import { isSerializableParameter } from '../values/is-serializable-parameter.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { arbitraryIfAny, verbatim } from './random-value.ts'

/** Random query and header parameters of one request. */
export interface RandomParameters {
  readonly query: JsonObject
  readonly headers: JsonObject
}

/**
 * The maximum length of a random text in the query. With a longer text, a server may refuse the URI as too long (RFC
 * 9110 §4.1).
 */
const LONGEST_TEXT = 1000

/**
 * Returns a generator of random query and header parameters. Optional parameters may be absent. Returns undefined if no
 * parameter can vary.
 */
export function randomParameters(
  operation: Operation,
  base: BaseRequest,
  context: PlanContext,
): fc.Arbitrary<RandomParameters> | undefined {
  const free = operation.parameters.flatMap((parameter) => {
    const values = isFree(parameter, context) ? valuesOf(parameter, base) : undefined
    return values === undefined ? [] : [values.map((value) => ({ parameter, value }))]
  })
  if (free.length === 0) return undefined
  return fc.tuple(...free).map((drawn) => ({
    query: withValues(
      base.query,
      drawn.filter(({ parameter }) => parameter.in === 'query'),
    ),
    headers: withValues(
      base.headers,
      drawn.filter(({ parameter }) => parameter.in === 'header'),
    ),
  }))
}

/**
 * True if a parameter gets random values. False for ids that must exist on the server, and for parameters with a value
 * from the user.
 */
function isFree({ in: place, name, isServerData }: Parameter, { target, parameters }: PlanContext): boolean {
  if (place !== 'query' && place !== 'header') return false
  return parameters[name] === undefined && (target === 'mock' || !isServerData)
}

function valuesOf(parameter: Parameter, base: BaseRequest): fc.Arbitrary<Json | undefined> | undefined {
  const random = parameter.schema === undefined ? undefined : arbitraryIfAny(parameter.schema)
  if (random === undefined) return undefined
  const own = (parameter.in === 'query' ? base.query : base.headers)[parameter.name]
  if (parameter.required && own === undefined) return undefined
  const written = random.map((value) => {
    if (!canBeSent(parameter, value)) return own
    return base.verbatim === true ? value : verbatim(value)
  })
  return parameter.required ? written : fc.option(written, { nil: undefined, freq: 2 })
}

function canBeSent(parameter: Parameter, value: Json): boolean {
  return (
    isSerializableParameter(parameter, value) &&
    isPlain(value) &&
    serializeParameter(parameter, value).length <= LONGEST_TEXT
  )
}

/**
 * True if every parser converts the serialized value back to the same value. False for numbers with an exponent, and
 * for empty strings, which need `allowEmptyValue` (OpenAPI 3.1.1 §4.8.12.2).
 */
function isPlain(value: Json): boolean {
  if (isArray(value)) return value.every(isPlain)
  if (isObject(value)) return Object.values(value).every(isPlain)
  return value !== '' && (typeof value !== 'number' || !String(value).includes('e'))
}

type Drawn = { readonly parameter: Parameter; readonly value: Json | undefined }

function withValues(own: JsonObject, drawn: readonly Drawn[]): JsonObject {
  const names = new Set(drawn.map(({ parameter }) => parameter.name))
  const kept = Object.entries(own).filter(([name]) => !names.has(name))
  const entries = drawn.flatMap(({ parameter, value }): [string, Json][] =>
    value === undefined ? [] : [[parameter.name, value]],
  )
  return Object.fromEntries([...kept, ...entries])
}
