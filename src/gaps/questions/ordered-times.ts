import { pointer } from '../../document/json-pointer.ts'
import { isObject, type Json } from '../../json.ts'
import { isDateTime } from '../../schemas/formats.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { withBody, withAltered } from '../alter.ts'
import { byInvariants, askedOf, slug } from '../ask.ts'
import { celProperty } from '../cel.ts'
import type { FaultKind, Question } from '../gap.ts'
import type { Recorded } from '../recorded.ts'

const ORDERED_TIMES: FaultKind = {
  id: 'ordered-times',
  weight: 'wrong',
  sentence: 'returns a period that ends before it begins',
}

/** Pairs of words for the beginning and the end of a period. */
const PERIODS: readonly (readonly [begin: RegExp, end: string])[] = [
  [/start/i, 'end'],
  [/begin/i, 'end'],
  [/from/i, 'to'],
  [/from/i, 'until'],
  [/open/i, 'close'],
]

/**
 * The fault: a period ends before it begins. Tried for two date-times such as `start_time` and `end_time` that are in
 * this order in all recorded responses.
 */
export function orderedTimes(recorded: Recorded): Question[] {
  const { answers, schema } = recorded
  const [first] = answers
  if (first === undefined || !isObject(first.body)) return []
  const names = Object.keys(first.body).filter((name) => propertySchema(schema, name) !== undefined)
  const pairs = names.flatMap((begin) => {
    const ends = PERIODS.flatMap(([word, end]) => (word.test(begin) ? [begin.replace(word, end).toLowerCase()] : []))
    const end = names.find((name) => ends.some((each) => [each, `${each}s`].includes(name.toLowerCase())))
    return end === undefined || end === begin ? [] : [{ begin, end }]
  })
  const kept = pairs.filter(({ begin, end }) => {
    const orders = answers.map(({ body }) => orderOf(body, begin, end)).filter((each) => each !== undefined)
    return orders.length > 0 && orders.every((each) => each >= 0) && orders.some((each) => each > 0)
  })
  if (kept.length === 0) return []
  const endOf = (begin: string): string => kept.find((each) => each.begin === begin)?.end ?? ''
  return [
    {
      kind: ORDERED_TIMES,
      ...askedOf(recorded),
      probes: kept.map(({ begin, end }) => ({
        field: begin,
        altered: answers.flatMap(({ judgement: original, body }) => {
          if (!isObject(body) || (orderOf(body, begin, end) ?? 0) <= 0) return []
          const swapped = withAltered(withAltered(body, pointer(begin), body[end]), pointer(end), body[begin])
          return [{ original, altered: withBody(original.execution, swapped) }]
        }),
      })),
      ways: [
        byInvariants(recorded, (begin) => ({
          id: `${slug(endOf(begin))}-after-${slug(begin)}`,
          rule: `timestamp(${celProperty('self', endOf(begin))}) >= timestamp(${celProperty('self', begin)})`,
          message: `${endOf(begin)} is at the same time as ${begin} or later`,
        })),
      ],
    },
  ]
}

/** Returns the milliseconds from one date-time to the other. Returns undefined if one of them is absent. */
function orderOf(body: Json, begin: string, end: string): number | undefined {
  const [from, to] = isObject(body) ? [body[begin], body[end]] : []
  if (typeof from !== 'string' || typeof to !== 'string' || !isDateTime(from) || !isDateTime(to)) return undefined
  return Date.parse(to.toUpperCase()) - Date.parse(from.toUpperCase())
}
