import { isArray, isObject, type Json, type JsonObject } from '../json.ts'
import { collectionNoun, plainPath, type PathValue } from './path-value.ts'
import { nounOf, wordsOf } from './words.ts'

/**
 * The relation between the path of a response and a path value such as `petId`. `collection`: the path is that of the
 * collection (`/pets`). `part`: the path is a fixed path below it (`/pets/search`). `same-kind`: the path is that of
 * another collection with the same name (`/owners/{ownerId}/pets`).
 */
export type Relation = 'collection' | 'part' | 'same-kind'

/**
 * A value in a response body that may identify an object. In a sample of a body (see `sampleOf`), it is a placeholder.
 */
type Identifier = string | number | bigint

/**
 * Finds the identifiers of the objects in a response body, in the order of the body. The body may be one object, a list
 * of objects or of texts, or an envelope around them. Returns an empty list if the body identifies nothing.
 */
export function findIdentifiers(body: Json, value: PathValue, relation: Relation): Identifier[] {
  for (const records of recordsIn(body, value.noun, 0)) {
    const found = records.flatMap((record) => identifierIn(record, value, relation) ?? [])
    if (found.length > 0) return found
  }
  return []
}

/**
 * Names of properties that contain the objects of a response. Common frameworks, HAL (`_embedded`) and JSON:API
 * (`data`) use them.
 */
const ENVELOPES: ReadonlySet<string> = new Set(
  'data items item results result records record content contents values value rows entries list hits embedded meta payload response body'.split(
    ' ',
  ),
)

/** The maximum number of nested envelopes. For example, `{ result: { data: { items: [] } } }` has three. */
const MOST_ENVELOPES = 3

/**
 * Returns every list in a body that may contain the objects, the most probable list first. A single object counts as a
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

/**
 * True if a list of texts may be a list of identifiers. It may if the response is a list of the objects that `value`
 * identifies.
 */
function isListOfKeys({ noun, key }: PathValue, relation: Relation): boolean {
  return relation === 'same-kind' || (relation === 'collection' && collectionNoun(key) === noun)
}

/** Names of properties that usually contain the identifier of their object. */
const IDS: ReadonlySet<string> = new Set(['id', 'uuid', 'guid', 'uid', 'pid', 'identifier', 'pk'])

/** Returns conditions for the name of the property that identifies an object, the most certain first. */
function matchers({ name, noun, suffix, key }: PathValue, relation: Relation): readonly ((name: string) => boolean)[] {
  const whole = wordsOf(name).join(' ')
  const isExact = (each: string): boolean => each === whole
  // If the collection contains objects of another kind, `id` identifies an object of that other kind.
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
 * Returns the value from the object's own URL, which the object contains in one of these places: `uri`, `href`,
 * JSON:API `links.self`, HAL `_links.self`.
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
 * Returns the value in the URL of an object, for example in `Location`: the last segment, if the segment before it is
 * the same as in the path of the operations. Returns undefined for any other URL.
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
