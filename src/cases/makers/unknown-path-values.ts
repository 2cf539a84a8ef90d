import { clauseId } from '../../clauses/list-clauses.ts'
import type { Json } from '../../json.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { typesOf } from '../../schemas/types-of.ts'
import { drawValue } from '../../schemas/draw/draw-value.ts'
import type { Case } from '../case.ts'
import { draft, sendWith, UNKNOWN, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'

/**
 * Makes cases that send the base request with a valid path value that probably identifies no resource. Any documented
 * status below 500 passes. Makes cases only for reads and for operations that document 404. Makes none for targets with
 * provider states, because scenarios test unknown resources there.
 */
export const unknownPathValues: Maker = {
  id: UNKNOWN,
  title: 'path values that no resource has',
  make(operation, base, context) {
    if (context.target !== 'live' || base.given !== undefined || mayChange(operation)) return []
    const parameter = lastInPath(operation)
    const value = parameter && unknownValue(parameter, base, context)
    if (parameter === undefined || value === undefined) return []
    return [unknown(operation, base, parameter, value), ...unusual(operation, base, parameter)]
  },
}

function unknown(operation: Operation, base: BaseRequest, parameter: Parameter, value: Json): Case {
  return draft(UNKNOWN, operation, base, {
    name: `path/${parameter.name}`,
    title: `gives a documented response for an unknown ${parameter.name}`,
    send: sendWith(base, parameter, value),
    expect: { kind: 'documented' },
    proves: documents(operation, '404') ? [clauseId(operation, '/responses/404')] : [],
  })
}

/** Returns reads with values that servers often handle wrongly: quotes and non-Latin letters, very long, very large. */
function unusual(operation: Operation, base: BaseRequest, parameter: Parameter): Case[] {
  const { schema, name } = parameter
  if (schema === undefined || !isSafeMethod(operation.method)) return []
  const checker = compileSchema(schema)
  const values: readonly (readonly [string, Json])[] = [
    ['odd', `O'Hara "100 %" Zo\u00eb 診察 😀`],
    ['long', 'x'.repeat(1500)],
    ['large', 99_999_999_999_999_999_999n],
  ]
  return values
    .filter(
      ([what, value]) => (what !== 'large' || !typesOf(schema).includes('string')) && checker.isValid(value, 'request'),
    )
    .map(([what, value]) => {
      const aCase = unknown(operation, base, parameter, value)
      return {
        ...aCase,
        path: `${aCase.path}/${what}`,
        title: `gives a documented response for an unusual ${name}: ${what}`,
      }
    })
}

/**
 * True if a request with an unknown path value may change the server's data. This applies to a write without a
 * documented 404, and to PUT, which may create the resource (RFC 9110 §9.3.4).
 */
function mayChange(operation: Operation): boolean {
  if (isSafeMethod(operation.method)) return false
  return !documents(operation, '404') || (operation.method === 'PUT' && documents(operation, '201'))
}

function documents({ responses }: Operation, status: string): boolean {
  return responses.some((response) => response.status === status)
}

function lastInPath({ path, parameters }: Operation): Parameter | undefined {
  const name = [...path.matchAll(/\{([^{}]*)\}/g)].at(-1)?.[1]
  return parameters.find((each) => each.in === 'path' && each.name === name)
}

/**
 * Tries a large integer, an unusual word and generated values. Returns the first one that is valid and differs from the
 * value in the base request.
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
