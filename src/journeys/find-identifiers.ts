import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { collectionNoun, plainPath, type PathValue } from './path-value.ts'
import { nounOf, wordsOf } from './words.ts'

/**
 * The relation between the path of an operation and an id such as `petId`, which its response may contain.
 * `collection`: the path is the collection itself (`/pets`). `part`: it is a fixed path below the collection
 * (`/pets/search`). `same-kind`: it is another collection with the same name (`/owners/{ownerId}/pets`).
 */
export type Relation = 'collection' | 'part' | 'same-kind'

/**
 * A value that may identify an object. In a sample of a body (see `sampleOf`), each id is a placeholder such as `0`.
 */
type Identifier = string | number | bigint

/**
 * Returns the ids of the objects in a response body, in order. The body can be one object, a list of objects, or an
 * envelope around them, such as `{ data: [] }`.
 */
export function findIdentifiers(body: Json, value: PathValue, relation: Relation): Identifier[] {
  for (const records of recordsIn(body, value.noun, 0)) {
    const found = records.flatMap((record) => identifierIn(record, value, relation) ?? [])
    if (found.length > 0) return found
  }
  return []
}

/**
 * Names of properties that contain the objects of a response, in common frameworks, HAL (`_embedded`) and JSON:API
 * (`data`).
 */
const ENVELOPES: ReadonlySet<string> = new Set(
  'data items item results result records record content contents values value rows entries list hits embedded meta payload response body'.split(
    ' ',
  ),
)

/** The maximum number of nested objects around a list: three in `{ result: { data: { items: [] } } }`. */
const MOST_ENVELOPES = 3

/**
 * Returns the lists in a body that may contain the objects, the most likely list first. A single object counts as a
 * list with one item.
 */
function recordsIn(body: Json, noun: string, depth: number): (readonly Json[])[] {
  if (isArray(body)) return [body]
  if (!isObject(body) || depth > MOST_ENVELOPES) return []
  const inside = Object.entries(body).filter(([, each]) => isArray(each) || isObject(each))
  const isNamed = ([name]: readonly [string, Json]): boolean =>
    ENVELOPES.has(wordsOf(name).join(' ')) || nounOf(wordsOf(name)) === noun
  const isList = ([, each]: readonly [string, Json]): boolean => isArray(each)
  const lists = inside.filter(isList)
  return [
    ...lists.filter(isNamed).flatMap(([, each]) => recordsIn(each, noun, depth + 1)),
    [body],
    ...inside.filter((each) => !isList(each) && isNamed(each)).flatMap(([, each]) => recordsIn(each, noun, depth + 1)),
    ...lists.filter((each) => !isNamed(each)).flatMap(([, each]) => recordsIn(each, noun, depth + 1)),
  ]
}

function identifierIn(record: Json, value: PathValue, relation: Relation): Identifier | undefined {
  if (isIdentifier(record)) return isListOfKeys(value, relation) ? record : undefined
  if (!isObject(record)) return undefined
  const named = Object.entries(record).flatMap(([name, each]): [string, Identifier][] =>
    isIdentifier(each) ? [[wordsOf(name).join(' '), each]] : [],
  )
  for (const isMatch of matchers(value, relation)) {
    const [first, ...others] = named.filter(([name]) => isMatch(name))
    if (first !== undefined && others.length === 0) return first[1]
  }
  return relation === 'collection' ? identifierInUrl(record, value) : undefined
}

/** True if a list of texts may contain the ids of the objects, as in `["cat", "dog"]`. */
function isListOfKeys({ noun, key }: PathValue, relation: Relation): boolean {
  return relation === 'same-kind' || (relation === 'collection' && collectionNoun(key) === noun)
}

/** Property names that usually contain an object's own id. */
const IDS: ReadonlySet<string> = new Set(['id', 'uuid', 'guid', 'uid', 'pid', 'identifier', 'pk'])

/** Returns functions that recognize the id property by its name, the most certain function first. */
function matchers({ name, noun, suffix, key }: PathValue, relation: Relation): readonly ((name: string) => boolean)[] {
  const whole = wordsOf(name).join(' ')
  const isExact = (each: string): boolean => each === whole
  // If the collection is named after another kind of object, a property `id` identifies an object of that other kind.
  // Then only a property with exactly the parameter's name is accepted.
  if (relation !== 'same-kind' && collectionNoun(key) !== noun) return [isExact]
  const kind = suffix.join(' ')
  const last = suffix.at(-1) ?? ''
  const isId = IDS.has(last) || whole === noun
  return [
    isExact,
    (each) => each === kind,
    (each) => each === `${noun} ${kind === '' ? 'id' : kind}`,
    (each) => isId && (IDS.has(each) || each === `${noun} id`),
    (each) => each === noun || (each !== '' && noun.endsWith(` ${each}`)),
    (each) => relation === 'collection' && last !== '' && each.endsWith(` ${last}`),
    (each) => whole === noun && each === 'name',
  ]
}

/**
 * Returns the id that is part of the object's own URL. This URL is in `uri`, `href`, JSON:API `links.self` or HAL
 * `_links.self`.
 */
function identifierInUrl(record: JsonObject, value: PathValue): Identifier | undefined {
  const links = Object.entries(record).flatMap(([name, each]) =>
    isObject(each) && wordsOf(name).join(' ') === 'links' ? [each['self']] : [],
  )
  const urls = [record['uri'], record['href'], record['self'], record['@id'], ...links]
    .map((each) => (isObject(each) ? each['href'] : each))
    .filter((each) => typeof each === 'string')
  return urls.flatMap((url) => (url === '' ? [''] : (valueInUrl(url, value) ?? [])))[0]
}

/**
 * Returns the id in the URL of an object, such as a `Location`. The id is the last segment, and the segment before it
 * is the same as in the path template. Returns undefined for other URLs.
 */
export function valueInUrl(url: string, { key }: PathValue): string | undefined {
  const before = key.split('/').at(-2) ?? ''
  const [path = ''] = url.split(/[?#]/)
  const [last = '', parent] = plainPath(path).split('/').toReversed()
  if (last === '' || parent !== before) return undefined
  try {
    return decodeURIComponent(last)
  } catch {
    return undefined
  }
}

function isIdentifier(value: Json | undefined): value is Identifier {
  return ['string', 'number', 'bigint'].includes(typeof value)
}
