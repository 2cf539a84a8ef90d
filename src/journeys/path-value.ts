import { isObject } from '../json.ts'
import type { Operation, Parameter } from '../operations/operation.ts'
import { nounOf, wordsOf } from './words.ts'

/**
 * A path parameter and the path up to it. All operations whose path begins with this path have the same value:
 * `/pets/{petId}` and `/pets/{petId}/photos` share `petId`.
 */
export interface PathValue {
  /** The path up to the parameter: `/pets/{petId}`. */
  readonly key: string
  /** The name of the parameter: `petId`. */
  readonly name: string
  /** The parameter in the first operation that declares it. Undefined if no operation declares it. */
  readonly parameter?: Parameter
  /** The paths of collections that may contain the object: `/pets`. */
  readonly collections: readonly string[]
  /** The kind of object, as a singular noun: `pet`. */
  readonly noun: string
  /** The words at the end of the name that mean a key: `['id']`. Empty for a name such as `owner`. */
  readonly suffix: readonly string[]
  /** The operations that need the value. */
  readonly consumers: readonly Operation[]
}

/** Words that mean a key. In a name such as `petId`, the words before the key words name the object. */
const KEYS: ReadonlySet<string> = new Set(
  'id uuid guid uid pid pk key code slug identifier number no nr hash name token handle ref'.split(' '),
)

/** Returns the path parameters of the given operations, in the order of first use. */
export function listPathValues(operations: readonly Operation[]): PathValue[] {
  const consumers = new Map<string, Operation[]>()
  for (const operation of operations) {
    for (const key of pathKeys(operation.path)) consumers.set(key, [...(consumers.get(key) ?? []), operation])
  }
  const nouns = new Set(operations.map(({ path }) => collectionNoun(path)))
  return [...consumers].map(([key, users]) => pathValue(key, users, nouns))
}

/** Returns the paths up to each parameter, from left to right: `/pets/{petId}` for `/pets/{petId}/photos`. */
export function pathKeys(path: string): string[] {
  const segments = plainPath(path).split('/')
  return segments.flatMap((segment, index) => (isParameter(segment) ? [segments.slice(0, index + 1).join('/')] : []))
}

/** Removes the slash at the end of a path, because most servers ignore it. */
export function plainPath(path: string): string {
  return path.replace(/\/+$/, '')
}

/** True if a path equals `key` or starts with `key` and a slash. */
export function isPathUnder(key: string, path: string): boolean {
  const plain = plainPath(path)
  return plain === key || plain.startsWith(`${key}/`)
}

/** Returns the singular noun of the last fixed segment of a path: `pet` for `/pets/{petId}`. */
export function collectionNoun(path: string): string {
  const last = plainPath(path)
    .split('/')
    .findLast((segment) => segment !== '' && !segment.includes('{'))
  return nounOf(wordsOf(last ?? ''))
}

function pathValue(key: string, consumers: readonly Operation[], nouns: ReadonlySet<string>): PathValue {
  const segments = key.split('/')
  const name = (segments.at(-1) ?? '').slice(1, -1)
  const { noun: own, suffix } = splitName(name)
  const parameter = consumers
    .flatMap(({ parameters }) => parameters)
    .find((each) => each.in === 'path' && each.name === name)
  return {
    key,
    name,
    ...(parameter === undefined ? {} : { parameter }),
    collections: collectionsOf(segments),
    // If there is no collection `messages`, `messageId` in `/timeline/{messageId}` identifies an entry of the timeline.
    noun: own !== '' && nouns.has(own) ? own : collectionNoun(key),
    suffix,
    consumers,
  }
}

/** Splits a name: `petId` gives the noun `pet` and the key words `['id']`. */
export function splitName(name: string): Pick<PathValue, 'noun' | 'suffix'> {
  const words = wordsOf(name)
  const start = words.findLastIndex((word) => !KEYS.has(word)) + 1
  return { noun: nounOf(start === words.length ? words : words.slice(0, start)), suffix: words.slice(start) }
}

/**
 * Returns the paths of the collections that may contain an object. The first is the path before the last parameter. If
 * this path also ends with a parameter, the path before that one is next, and so on: `/pets/{owner}/{id}` gives
 * `/pets/{owner}` and `/pets`.
 */
function collectionsOf(segments: readonly string[]): string[] {
  const paths: string[] = []
  for (let end = segments.length - 1; end > 0; end--) {
    paths.push(segments.slice(0, end).join('/'))
    if (!isParameter(segments[end - 1] ?? '')) break
  }
  return paths
}

function isParameter(segment: string): boolean {
  return /^\{[^{}]+\}$/.test(segment)
}

/** True if the document lists all values of the parameter. Then no value has to come from a response. */
export function isEnumerated({ parameter }: PathValue): boolean {
  const { schema } = parameter ?? {}
  const value = schema?.document.resolve(schema.address).value
  return isObject(value) && (value['enum'] !== undefined || value['const'] !== undefined)
}
