import { clauseId } from '../../clauses/list-clauses.ts'
import type { Json } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import { compileSchema } from '../../schemas/check-value.ts'
import { drawValue } from '../../schemas/draw-value.ts'
import type { Case } from '../case.ts'
import { draft, sendWith, type Maker } from '../maker.ts'
import type { BaseRequest, PlanContext } from '../plan-context.ts'

const ID = 'unknown'

/**
 * The base request with a valid path value that probably no resource has, for operations that document 404. Any documented
 * status below 500 is right. Targets with provider states have scenarios for this, and a mock has no resources.
 */
export const unknownPathValues: Maker = {
  id: ID,
  title: 'path values that no resource has',
  make(operation, base, context) {
    if (context.target !== 'live' || base.given !== undefined || mayCreate(operation)) return []
    const parameter = lastInPath(operation)
    const value = parameter && unknownValue(parameter, base, context)
    return parameter === undefined || value === undefined ? [] : [unknown(operation, base, parameter, value)]
  },
}

function unknown(operation: Operation, base: BaseRequest, parameter: Parameter, value: Json): Case {
  return draft(ID, operation, base, {
    name: `path/${parameter.name}`,
    title: `gives a documented response for an unknown ${parameter.name}`,
    send: sendWith(base, parameter, value),
    expect: { kind: 'documented' },
    proves: [clauseId(operation, '/responses/404')],
  })
}

/** True if 404 is not documented, or if a PUT may create the resource that its path names (RFC 9110 §9.3.4). */
function mayCreate({ method, responses }: Operation): boolean {
  const documents = (status: string): boolean => responses.some((response) => response.status === status)
  return !documents('404') || (method === 'PUT' && documents('201'))
}

function lastInPath({ path, parameters }: Operation): Parameter | undefined {
  const name = [...path.matchAll(/\{([^{}]*)\}/g)].at(-1)?.[1]
  return parameters.find((each) => each.in === 'path' && each.name === name)
}

/** A large integer, an unusual word, or another drawn value: the first that the schema allows and the base request lacks. */
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
