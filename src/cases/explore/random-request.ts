import fc from 'fast-check'
import { isObject, type Json, type JsonObject } from '../../json.ts'
import type { Given, Send } from '../../operations/annotations.ts'
import type { Operation } from '../../operations/operation.ts'
import { keepsSchema } from '../../schemas/keeps-schema.ts'
import { sendOf } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'
import { jsonBodyOf, type JsonBody } from './json-body.ts'
import { randomParameters } from './random-parameters.ts'
import { arbitraryIfAny, verbatim } from './random-value.ts'
import { areKnownTogether, serverDataFields, serverDataSets, type World } from './server-data-sets.ts'

/** A request that keeps the document, and the provider state into which it is sent. */
export interface RandomRequest {
  readonly given?: Given
  readonly send: Send
  /** Whether somebody vouches for all of its world values together, so that it is to be accepted. */
  readonly isAcceptable: boolean
}

export interface RandomRequestOf {
  readonly operation: Operation
  readonly base: BaseRequest
  readonly context: PlanContext
  /** Whether values of a world come in mixtures that nobody vouches for. */
  readonly mixed: boolean
}

/**
 * Random requests that keep the document: parameters of query and headers and the JSON body are drawn, paths are the
 * base request's, and fields that name things of a world take values that are known there. Undefined where nothing of
 * the operation is free.
 */
export function randomRequest(of: RandomRequestOf): fc.Arbitrary<RandomRequest> | undefined {
  const { operation, base, context } = of
  const body = jsonBodyOf(operation, base)
  const bodies = body === undefined ? undefined : arbitraryIfAny(body.schema)
  const parameters = randomParameters(operation, base, context)
  if (bodies === undefined && parameters === undefined) return undefined
  const names = body === undefined ? new Set<string>() : serverDataFields(body.schema, context)
  const worlds = serverDataSets(operation, base, names, context).filter((world) => of.mixed || !world.mixed)
  const optional = body?.required === false && bodies !== undefined
  return fc
    .tuple(
      optional ? fc.option(bodies, { nil: undefined }) : (bodies ?? fc.constant(base.body)),
      parameters ?? fc.constant({}),
      fc.constantFrom(...worlds),
      fc.array(fc.nat(9), { minLength: names.size, maxLength: names.size }),
    )
    .map(([drawn, changes, world, picks]) => {
      if (body === undefined || bodies === undefined) return { ...inWorld(base), send: sendOf(base, changes) }
      const { body: _body, contentType: _type, ...bare } = sendOf(base, changes)
      if (drawn === undefined) return { ...inWorld(base), send: bare }
      const chosen = new Map([...names].map((name, index) => [name, pick(world, name, picks[index] ?? 0)] as const))
      const placed = placedIn(chosen, drawn, body, base)
      if (placed === undefined) return { ...inWorld(base), send: sendOf(base, changes) }
      const { contentType } = body
      return {
        ...inWorld(world),
        send: { ...bare, body: placed, ...(contentType === undefined ? {} : { contentType }) },
        isAcceptable: areKnownTogether(only(names, placed), world.given, worlds),
      }
    })
}

function inWorld({ given }: Pick<World, 'given'>): Pick<RandomRequest, 'given' | 'isAcceptable'> {
  return { ...(given === undefined ? {} : { given }), isAcceptable: true }
}

function pick({ values }: World, name: string, number: number): Json | undefined {
  const known = values[name] ?? []
  return known[number % Math.max(1, known.length)]
}

/**
 * A drawn body with the chosen values in its world's fields; those for which nothing is known are left out. Where it
 * does not keep its schema so, with every value that was chosen; undefined where not even that does.
 */
function placedIn(
  chosen: ReadonlyMap<string, Json | undefined>,
  drawn: Json,
  { schema }: JsonBody,
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
  return bodies.find((each) => keepsSchema(schema, each, 'request'))
}

function only(names: ReadonlySet<string>, body: Json): JsonObject {
  return isObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name))) : {}
}
