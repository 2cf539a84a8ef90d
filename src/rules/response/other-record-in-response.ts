import { isArray, isObject, type Json } from '../../json.ts'
import { pointer } from '../../document/json-pointer.ts'
import { resourceSchema } from '../../evidence/response/documented-part.ts'
import { jsonOf, type Evidence } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { isDateTime } from '../../schemas/formats.ts'
import type { Keyword } from '../../schemas/schema.ts'
import type { Rule } from '../rule.ts'

export const otherRecordInResponse: Rule = {
  id: 'other_record_in_response',
  title: 'A response contains only data of the record that the request addresses',
  why: 'Another record may contain data of another person, which the caller must not see.',
  fix: 'build every response, including refusals, only from the addressed record and the request',
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
    if (body === undefined || response === undefined) return []
    const addressed = [before?.subject, later?.subject]
    // If the caller has no access, the response must not contain data of the addressed record either.
    const isLockedOut = LOCKED_OUT.has(evidence.status)
    const foreign = scalarsIn(isLockedOut ? [other, ...addressed] : [other])
    if (foreign.size === 0) return []
    const sources = [...(isLockedOut ? [] : addressed), sent, given, then] as (Json | undefined)[]
    const names = namesOfValues(evidence)
    const isUnknown = (leaf: Scalar): boolean => !names.has(leaf) && !sources.some((source) => holds(source, leaf))
    const unknown = [...foreign].filter((leaf) => isIdentifying(leaf) && isUnknown(leaf) && !isTime(leaf))
    if (unknown.length === 0) return []
    const known = scalarsIn(sources)
    const text = [...scalarsIn([body])].join('\n')
    for (const name of names) known.add(name)
    const secrets = unknown.filter(
      (leaf) => text.includes(String(leaf)) && ![...known].some((each) => tells(each, leaf)),
    )
    if (secrets.length === 0) return []
    for (const [at, leaf] of leavesOf(body)) {
      const secret = known.has(leaf) ? undefined : secrets.find((each) => tells(leaf, each))
      if (secret === undefined) continue
      return [
        {
          pointer: response.pointer,
          at,
          message: 'contains a value of another record, which the request does not address',
          expected: 'only data of the addressed record',
          received: `a value of another record, ${shapeOf(secret)}`,
          cause: 'data of another record',
        },
      ]
    }
    return []
  },
}

/**
 * Statuses of refusals that must not contain data of the addressed record: the caller has no access, or there is no
 * such record.
 */
const LOCKED_OUT: ReadonlySet<number> = new Set([401, 403, 404])

type Scalar = string | number | boolean | null

type Leaf = readonly [at: string, leaf: Scalar]

/** Returns all different scalars in some values. Skips null and undefined. */
function scalarsIn(values: readonly (Json | undefined)[]): Set<Scalar> {
  const found = new Set<Scalar>()
  for (const value of values) if (value != null) addScalars(value, found)
  return found
}

function addScalars(value: Json, found: Set<Scalar>): void {
  if (typeof value !== 'object' || value === null) {
    if (typeof value !== 'bigint') found.add(value)
  } else if (isArray(value)) for (const item of value) addScalars(item, found)
  else for (const key of Object.keys(value)) addScalars(value[key] ?? null, found)
}

/** True if a value contains the scalar. */
function holds(value: Json | undefined, leaf: Scalar): boolean {
  if (typeof value !== 'object' || value === null) return value === leaf
  if (isArray(value)) return value.some((item) => holds(item, leaf))
  return Object.keys(value).some((key) => holds(value[key], leaf))
}

/** Returns every scalar in a value, with the JSON Pointer of the scalar. */
function leavesOf(value: Json): Leaf[] {
  const found: Leaf[] = []
  addLeaves(value, '', found)
  return found
}

function addLeaves(value: Json, at: string, found: Leaf[]): void {
  if (isArray(value)) value.forEach((item, index) => addLeaves(item, at + pointer(index), found))
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) addLeaves(item, at + pointer(key), found)
  else if (typeof value !== 'bigint') found.push([at, value as Scalar])
}

/**
 * True if a received scalar reveals the secret value: it is equal, or it is a text that contains the secret as a whole
 * word.
 */
function tells(leaf: Scalar, secret: Scalar): boolean {
  if (leaf === secret) return true
  if (typeof leaf !== 'string') return false
  const text = String(secret)
  const at = leaf.indexOf(text)
  return at >= 0 && !/\w/.test(leaf[at - 1] ?? '') && !/\w/.test(leaf[at + text.length] ?? '')
}

/**
 * True for a value that two records rarely share, such as an id or a long text. False for small numbers and short
 * words.
 */
function isIdentifying(leaf: Scalar): boolean {
  return typeof leaf === 'number' ? Math.abs(leaf) >= 100_000 : typeof leaf === 'string' && leaf.length >= 8
}

/** True for a time, which two records may share. */
function isTime(leaf: Scalar): boolean {
  return typeof leaf === 'string' && isDateTime(leaf)
}

/**
 * Returns the enum values in the schemas of the documented response and of the resource. Many records share such a
 * value, so it does not identify a record.
 */
function namesOfValues({ mediaType, operation }: Evidence): ReadonlySet<Scalar> {
  const [ofResponse, ofResource] = [mediaType?.schema, resourceSchema(operation)].map((schema) =>
    schema === undefined ? NO_NAMES : namesIn(listKeywords(schema, 'response')),
  )
  if (ofResponse === ofResource || ofResource === undefined) return ofResponse ?? NO_NAMES
  return new Set([...(ofResponse ?? NO_NAMES), ...ofResource])
}

const NO_NAMES: ReadonlySet<Scalar> = new Set()

/**
 * Returns the enum values in a list of keywords. The result is cached, because the keywords of a schema never change.
 */
function namesIn(keywords: readonly Keyword[]): ReadonlySet<Scalar> {
  const known = namesOfKeywords.get(keywords)
  if (known !== undefined) return known
  const names = new Set(
    keywords.flatMap(({ name, value }) => (name === 'enum' && isArray(value) ? (value as readonly Scalar[]) : [])),
  )
  namesOfKeywords.set(keywords, names)
  return names
}

const namesOfKeywords = new WeakMap<readonly Keyword[], ReadonlySet<Scalar>>()
