import { isArray, isObject, type Json } from '../../json.ts'
import { needed, optional, type Breaks } from './place.ts'

/** A value that no branch takes, and for `oneOf` one that two take. */
export const breakChoice: Breaks = ({ keyword, value, draw, drawBranches }) => {
  const count = isArray(keyword.value) ? keyword.value.length : 0
  const none = needed('none', noBranch(value, draw))
  if (keyword.name === 'anyOf') return [none]
  const pairs = Array.from({ length: count }, (_, one) =>
    Array.from({ length: count - one - 1 }, (_unused, next) => [one, one + 1 + next] as const),
  ).flat()
  return [none, optional('two', both(pairs.slice(0, 20), drawBranches))]
}

function* both(
  pairs: readonly (readonly [number, number])[],
  drawBranches: (branches: readonly number[]) => Iterable<Json>,
): Generator<Json> {
  for (const pair of pairs) yield* drawBranches(pair)
}

function* noBranch(value: Json, draw: (asks: Record<string, Json>) => Iterable<Json>): Generator<Json> {
  if (isObject(value)) {
    yield {}
    for (const name of Object.keys(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
      yield { ...value, [name]: 'other' }
    }
  }
  if (typeof value === 'string') yield* [`${value}x`, '', 'x'.repeat(100)]
  if (typeof value === 'number') yield* [value + 1, value - 1, value + 0.5, -value - 1]
  yield* draw({})
  yield* ['other', 12, -1, 0.5, true, null, [], {}]
}

/** A value that keeps what `not` refuses. */
export const breakNot: Breaks = ({ drawSubschema }) => [needed('kept', drawSubschema())]
