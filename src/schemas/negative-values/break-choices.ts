import { isArray, isObject, type Json } from '../../json.ts'
import { isNumeric, plus } from '../values/values.ts'
import { needed, optional } from '../values/attempt.ts'
import { flatMap } from '../values/iterables.ts'
import type { NegativeMaker } from './place.ts'

/**
 * Makes values that match no branch of a `oneOf` or `anyOf`. For `oneOf`, also makes values that match two branches,
 * which is invalid too.
 */
export const breakChoice: NegativeMaker = ({ keyword, value, draw, drawBranches }) => {
  const count = isArray(keyword.value) ? keyword.value.length : 0
  const none = needed('none', noBranch(value, draw))
  if (keyword.name === 'anyOf') return [none]
  const pairs = Array.from({ length: count }, (_, one) =>
    Array.from({ length: count - one - 1 }, (_unused, next) => [one, one + 1 + next] as const),
  ).flat()
  return [none, optional('two', flatMap(pairs.slice(0, 20), drawBranches))]
}

function* noBranch(value: Json, draw: (keywordValue: Record<string, Json>) => Iterable<Json>): Generator<Json> {
  if (isObject(value)) {
    yield {}
    for (const name of Object.keys(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
      yield { ...value, [name]: 'other' }
    }
  }
  if (typeof value === 'string') yield* [`${value}x`, '', 'x'.repeat(100)]
  if (isNumeric(value)) yield* [plus(value, 1), plus(value, -1), plus(value, 0.5), plus(-value, -1)]
  yield* draw({})
  yield* ['other', 12, -1, 0.5, true, null, [], {}]
}

/** Makes a value that matches the schema in `not`, which makes the value invalid. */
export const breakNot: NegativeMaker = ({ drawSubschema }) => [needed('kept', drawSubschema())]
