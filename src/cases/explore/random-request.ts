import fc from 'fast-check'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Given, Send } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { matchesSchema } from '../../schemas/matches-schema.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { isValidBody } from '../values/body-values.ts'
import { randomBodyOf, type RandomBody } from './random-body.ts'
import { randomParameters } from './random-parameters.ts'
import { arbitraryIfAny, verbatim } from './random-value.ts'
import { areKnownTogether, serverDataFields, serverDataSets, type ServerDataSet } from './server-data-sets.ts'

/** A valid random request, and the provider state that it needs. */
export interface RandomRequest {
  readonly given?: Given
  readonly send: Send
  /**
   * True if the server must accept the request. This requires that all values that must exist on the server belong
   * together.
   */
  readonly isAcceptable: boolean
}

/** An operation, and the settings for its random requests. */
export interface RandomRequestOf {
  readonly operation: Operation
  readonly base: BaseRequest
  readonly context: PlanContext
  /** True if a request can combine server data of several scenarios. The server may refuse such a combination. */
  readonly mixed: boolean
}

/**
 * Returns a generator of valid requests. Query, headers and body are random, and the path is fixed. Fields with
 * `x-server-data` get values that exist on the server. Returns undefined if nothing can vary.
 */
export function randomRequest(of: RandomRequestOf): fc.Arbitrary<RandomRequest> | undefined {
  const { operation, base, context } = of
  const body = randomBodyOf(operation, base)
  const bodies = body === undefined ? undefined : bodiesOf(body, base)
  const parameters = randomParameters(operation, base, context)
  if (bodies === undefined && parameters === undefined) return undefined
  const names = body === undefined ? new Set<string>() : serverDataFields(body.schema, context)
  const sets = serverDataSets(operation, base, names, context).filter((set) => of.mixed || !set.mixed)
  const optional = body?.required === false && bodies !== undefined
  return fc
    .tuple(
      optional ? fc.option(bodies, { nil: undefined }) : (bodies ?? fc.constant(base.body)),
      parameters ?? fc.constant({}),
      fc.constantFrom(...sets),
      fc.array(fc.nat(9), { minLength: names.size, maxLength: names.size }),
    )
    .map(([drawn, changes, set, picks]) => {
      if (body === undefined || bodies === undefined) return { ...inState(base), send: sendOf(base, changes) }
      const { body: _body, contentType: _type, ...bare } = sendOf(base, changes)
      if (drawn === undefined) return { ...inState(base), send: bare }
      const chosen = new Map([...names].map((name, index) => [name, pick(set, name, picks[index] ?? 0)] as const))
      const placed = placedIn(chosen, drawn, body, base)
      if (placed === undefined) return { ...inState(base), send: sendOf(base, changes) }
      const { contentType } = body
      return {
        ...inState(set),
        send: { ...bare, body: placed, ...(contentType === undefined ? {} : { contentType }) },
        isAcceptable: areKnownTogether(only(names, placed), set.given, sets),
      }
    })
}

/**
 * Returns a generator of bodies. If the media type cannot express a random body, the body of the base request is used.
 */
function bodiesOf({ mediaType, schema }: RandomBody, base: BaseRequest): fc.Arbitrary<Json> | undefined {
  return arbitraryIfAny(schema)?.map((value) => (isValidBody(mediaType, value) ? value : (base.body ?? value)))
}

function inState({ given }: Pick<ServerDataSet, 'given'>): Pick<RandomRequest, 'given' | 'isAcceptable'> {
  return { ...(given === undefined ? {} : { given }), isAcceptable: true }
}

function pick({ values }: ServerDataSet, name: string, number: number): Json | undefined {
  const known = values[name] ?? []
  return known[number % Math.max(1, known.length)]
}

/**
 * Replaces the `x-server-data` fields of a random body with values that exist on the server, or removes these fields.
 * If the body is then invalid, adds `x-server-data` fields that it lacks. Returns undefined if the body is still
 * invalid.
 */
function placedIn(
  chosen: ReadonlyMap<string, Json | undefined>,
  drawn: Json,
  { schema }: RandomBody,
  base: BaseRequest,
): Json | undefined {
  const free = (value: Json): Json => (base.verbatim === true ? value : verbatim(value))
  if (chosen.size === 0) return free(drawn)
  if (!isObject(drawn)) return undefined
  const known = [...chosen].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const wanted = Object.fromEntries(known)
  const placed = Object.entries(drawn).flatMap(([name, value]): [string, Json][] => {
    if (!chosen.has(name)) return [[name, free(value)]]
    const own = wanted[name]
    return own === undefined ? [] : [[name, own]]
  })
  const bodies = [Object.fromEntries(placed), Object.fromEntries([...placed, ...known])]
  return bodies.find((each) => matchesSchema(schema, each, 'request'))
}

function only(names: ReadonlySet<string>, body: Json): JsonObject {
  return isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : {}
}
