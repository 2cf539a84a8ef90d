import { isArray, isObject, type Json } from '../../json.ts'
import { pointer } from '../../document/json-pointer.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { isDateTime } from '../../schemas/formats.ts'
import type { Rule } from '../rule.ts'

export const otherRecordInResponse: Rule = {
  id: 'other_record_in_response',
  title: 'A response contains no data of a record that the request does not address',
  why: 'Data of another record may belong to another person, whom the caller must not know.',
  fix: 'build the response, refusals included, only from the addressed record and from the request',
  examples: {
    passes: 'PATCH /orders/7 → 200 with the note of order 7 only',
    fails: 'PATCH /orders/7 → 409 {"error": "Gift for Ada"}, which is the note of order 8',
  },
  level: 'error',
  weight: 'harm',
  stages: ['drift'],
  judge(evidence) {
    const { execution, response } = evidence
    const body = jsonOf(evidence)
    const { before, later, sent, given, then } = execution
    const other = later?.bystander ?? before?.bystander
    if (body === undefined || response === undefined || other == null) return []
    const foreign = new Set([...leavesOf(other)].map(([, leaf]) => leaf).filter(isIdentifying))
    const shared = [...leavesOf(body)].filter(([, leaf]) => foreign.has(leaf))
    if (shared.length === 0) return []
    const known = new Set(
      [before?.subject, later?.subject, sent, given, then]
        .flatMap((value) => (value == null ? [] : [...leavesOf(value as unknown as Json)]))
        .map(([, leaf]) => leaf),
    )
    for (const leaf of namesOfValues(evidence)) known.add(leaf)
    const leak = shared.find(([, leaf]) => !known.has(leaf))
    if (leak === undefined) return []
    return [
      {
        pointer: response.pointer,
        at: leak[0],
        message: 'contains a value of another record, which the request does not address',
        expected: 'only data of the addressed record',
        received: `a value of another record, ${shapeOf(leak[1])}`,
        cause: 'data of another record',
      },
    ]
  },
}

type Scalar = string | number | boolean | null

/** Yields every scalar in a value with its JSON Pointer. */
function* leavesOf(value: Json, at = ''): Generator<readonly [at: string, leaf: Scalar]> {
  if (isArray(value)) for (const [index, item] of value.entries()) yield* leavesOf(item, at + pointer(index))
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) yield* leavesOf(item, at + pointer(key))
  else if (typeof value !== 'bigint') yield [at, value as Scalar]
}

/**
 * True for values that two records rarely share by accident, such as ids and long texts. False for times, small
 * numbers, and short words.
 */
function isIdentifying(leaf: Scalar): boolean {
  if (typeof leaf === 'number') return Math.abs(leaf) >= 100_000
  return typeof leaf === 'string' && leaf.length >= 8 && !isDateTime(leaf)
}

/**
 * Returns the enum values of the documented response. Many records share such a value, so it does not identify one of
 * them.
 */
function namesOfValues({ mediaType }: Evidence): readonly Scalar[] {
  if (mediaType?.schema === undefined) return []
  return listKeywords(mediaType.schema, 'response').flatMap(({ name, value }) =>
    name === 'enum' && isArray(value) ? (value as readonly Scalar[]) : [],
  )
}
