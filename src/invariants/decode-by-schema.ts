import { isArray, type Json, type JsonObject } from '../json.ts'
import type { Operation } from '../operations/operation.ts'
import { tokens } from '../document/json-pointer.ts'
import { leadsBack, listKeywords } from '../schemas/list-keywords.ts'
import { typesOf } from '../schemas/types-of.ts'
import { evaluate } from '../schemas/walk-value.ts'
import type { Direction, Evaluation, Keyword, Schema } from '../schemas/schema.ts'
import { decodeScalar } from './decode-scalar.ts'

/**
 * A JSON value for CEL: what its schema calls an integer becomes a bigint, everything else stays. Whoever has evaluated
 * the value already hands that in.
 */
export function decodeBySchema(
  value: Json,
  schema: Schema,
  direction: Direction,
  evaluations?: readonly Evaluation[],
): unknown {
  const { fixed, pointers } = integersOf(schema, direction)
  let decoded: unknown = value
  for (const path of fixed) decoded = withInteger(decoded, path, 0)
  if (pointers.size === 0) return decoded
  for (const { pointer, at } of evaluations ?? evaluate(schema, value, direction)) {
    if (pointers.has(pointer)) decoded = withInteger(decoded, tokens(at), 0)
  }
  return decoded
}

/** A copy with a bigint for the integer at a path; what is not on the path is shared. */
function withInteger(value: unknown, path: readonly string[], depth: number): unknown {
  const token = path[depth]
  if (token === undefined) return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, token)) return value
  const member = (value as Record<string, unknown>)[token]
  const below = withInteger(member, path, depth + 1)
  if (below === member) return value
  return isArray(value) ? value.with(Number(token), below as Json) : { ...value, [token]: below }
}

/** Where a schema says that integers are. */
interface Integers {
  /** Places that every value of it has, if it has them at all. */
  readonly fixed: readonly (readonly string[])[]
  /** Keywords of the others: items, members by a pattern, and what only some branch says. */
  readonly pointers: ReadonlySet<string>
}

const known = new WeakMap<readonly Keyword[], Integers>()

function integersOf(schema: Schema, direction: Direction): Integers {
  const keywords = listKeywords(schema, direction)
  const found = known.get(keywords)
  if (found !== undefined) return found
  const types = keywords.filter(({ name, value }) => name === 'type' && [value].flat().includes('integer'))
  const isFixed = leadsBack(schema, direction) ? () => false : hasOnePlace
  const [fixed, others] = [types.filter(isFixed), types.filter((type) => !isFixed(type))]
  const integers = {
    fixed: fixed.map(({ instance }) => tokens(instance)),
    pointers: new Set(others.map(({ pointer }) => pointer)),
  }
  known.set(keywords, integers)
  return integers
}

function hasOnePlace({ certain, instance }: Keyword): boolean {
  return certain && !tokens(instance).some((token) => token === '*' || /^\d+$/.test(token))
}

/** Path and query parameters by their schemas. */
export function decodeParameters(
  sent: { readonly path: JsonObject; readonly query: JsonObject },
  operation: Operation,
): { path: object; query: object } {
  const decode = (values: JsonObject, place: string): object =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const parameter = operation.parameters.find((each) => each.name === name && each.in === place)
        if (parameter?.schema === undefined) return [name, value]
        const types = typesOf(parameter.schema)
        const scalar = typeof value === 'string' ? decodeScalar(value, types) : value
        return [name, types.includes('integer') && Number.isSafeInteger(scalar) ? BigInt(scalar as number) : scalar]
      }),
    )
  return { path: decode(sent.path, 'path'), query: decode(sent.query, 'query') }
}
