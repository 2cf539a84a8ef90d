import { clauseId } from '../../clauses/list-clauses.ts'
import type { Json, JsonObject } from '../../json.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { typesOf } from '../../schemas/types-of.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import type { Case } from '../case.ts'
import { draft, ifAbsent, sendWith, UNKNOWN, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'

/**
 * Makes cases that send a valid id that probably does not exist. Such a case passes with any documented status below
 * 500. Makes cases only for live servers, and only for reads and for writes that document 404. If the target has
 * provider states, scenarios test unknown ids instead.
 */
export const unknownPathValues: Maker = {
  id: UNKNOWN,
  make(operation, base, context) {
    if (context.target !== 'live' || base.given !== undefined || mayChange(operation)) return []
    const parameters = inPath(operation)
    const last = parameters.at(-1)
    if (last === undefined) return []
    const standIns = isSafeMethod(operation.method) ? unknownValues(parameters, base, context) : {}
    const unknown = (parameter: Parameter, value: Json): Case =>
      unknownCase(operation, base, { parameter, value, standIns }, context)
    const isKnown = ({ name }: Parameter): boolean =>
      base.path[name] !== undefined || context.gathered?.has(`${operation.id}.${name}`) === true
    const cases = parameters.flatMap((parameter) => {
      // A write gets only one case, for the last parameter. A read gets one case for each parameter if a path value is
      // known. If no path value is known, these cases would be equal, so a read then gets only one case too.
      const isSent = parameter === last || (isSafeMethod(operation.method) && parameters.some(isKnown))
      const value = isSent ? unknownValue(parameter, base, context) : undefined
      return value === undefined ? [] : [unknown(parameter, value)]
    })
    return [...cases, ...unusual(operation, last).map(([what, value]) => named(unknown(last, value), last, what))]
  },
}

interface UnknownPath {
  readonly parameter: Parameter
  readonly value: Json
  readonly standIns: JsonObject
}

function unknownCase(
  operation: Operation,
  base: BaseRequest,
  { parameter, value, standIns }: UnknownPath,
  context: PlanContext,
): Case {
  const { [parameter.name]: _own, ...others } = standIns
  return {
    ...draft(UNKNOWN, operation, base, {
      name: `path/${parameter.name}`,
      title: `gives a documented response for an unknown ${parameter.name}`,
      send: sendWith(base, parameter, value),
      expect: { kind: 'documented' },
      proves: documents(operation, '404') ? [clauseId(operation, '/responses/404')] : [],
    }),
    ...(Object.keys(others).length === 0 ? {} : { standIns: others }),
    ...ifAbsent(operation, parameter, base, context),
  }
}

function named(aCase: Case, { name }: Parameter, what: string): Case {
  const title = `gives a documented response for an unusual ${name}: ${what}`
  return { ...aCase, path: `${aCase.path}/${what}`, title }
}

/**
 * Returns ids that servers often handle wrongly: quotes and non-Latin letters, a very long text, and a very large
 * number. If the id is a string, the large number is the text `2147483648`: a server may convert this text to an
 * integer that is too large.
 */
function unusual(operation: Operation, { schema }: Parameter): readonly (readonly [what: string, value: Json])[] {
  if (schema === undefined || !isSafeMethod(operation.method)) return []
  const checker = compileSchema(schema)
  const values: readonly (readonly [string, Json])[] = [
    ['odd', `O'Hara "100 %" Zo\u00eb 診察 😀`],
    ['long', 'x'.repeat(1500)],
    typesOf(schema).includes('string') ? ['digits', '2147483648'] : ['large', 99_999_999_999_999_999_999n],
  ]
  return values.filter(([, value]) => checker.isValid(value, 'request'))
}

/**
 * True if a write with an unknown id may change data. Such a write is a PUT with a documented 201, which may create the
 * resource (RFC 9110 §9.3.4), or a write without a documented 404.
 */
function mayChange(operation: Operation): boolean {
  if (isSafeMethod(operation.method)) return false
  return !documents(operation, '404') || (operation.method === 'PUT' && documents(operation, '201'))
}

function documents({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status)
}

/** Returns the path parameters in the order of the path template. */
function inPath({ path, parameters }: Operation): Parameter[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].flatMap(
    ([, name]) => parameters.find((each) => each.in === 'path' && each.name === name) ?? [],
  )
}

/** Returns values that probably do not exist, for the path parameters without a planned value. */
function unknownValues(parameters: readonly Parameter[], base: BaseRequest, context: PlanContext): JsonObject {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = base.path[parameter.name] === undefined ? unknownValue(parameter, base, context) : undefined
      return value === undefined ? [] : [[parameter.name, value]]
    }),
  )
}

/**
 * Returns an id that probably does not exist: a large integer, a text, or a generated value. The id is valid and
 * differs from the planned value.
 */
function unknownValue({ name, schema }: Parameter, base: BaseRequest, { seed }: PlanContext): Json | undefined {
  if (schema === undefined) return undefined
  const checker = compileSchema(schema)
  const candidates = [
    2_000_000_011 + seed,
    `no-such-value-${seed}`,
    drawValue(schema, { direction: 'request', seed: seed + 7919 }),
  ]
  return candidates.find(
    (value) => value !== undefined && checker.isValid(value, 'request') && String(value) !== String(base.path[name]),
  )
}
