import {
  ADDING_VERBS,
  BULK_WORDS,
  HARMLESS_VERBS,
  NO_COLLECTIONS,
  OWN_OBJECT,
  SERVER_SETTINGS,
  SWITCHES,
  UPDATING_VERBS,
} from './destructive-words.ts'
import type { NamedOperation } from './named-operation.ts'
import { splitWords, untilPreposition } from './split-words.ts'

/**
 * Returns the reason why the path suggests that an operation changes settings of all users. Returns undefined for other
 * paths.
 */
export function settingsReason({ method, path }: NamedOperation): string | undefined {
  const segments = path.split('/').filter((segment) => segment !== '')
  const last = segments.at(-1) ?? ''
  const kind = splitWords(last).at(-1) ?? ''
  const isOfOne = segments.some((segment) => segment.startsWith('{') || OWN_OBJECT.includes(segment.toLowerCase()))
  if (SERVER_SETTINGS.includes(kind) && !isOfOne) return `${method} on \`/${last}\` changes settings of the server`
  const isSwitch = segments.slice(-2).some((segment) => SWITCHES.includes(segment.toLowerCase()))
  return isSwitch && method !== 'POST' ? `${method} on \`${path}\` switches a mode of the server` : undefined
}

/**
 * Returns the reason why the name or summary suggests that an operation updates many objects at once. Returns undefined
 * if neither does.
 */
export function collectionReason(operation: NamedOperation, idWords: readonly string[]): string | undefined {
  const { method, path, summary, description = '' } = operation
  if (path.endsWith('}') || hasIdInQuery(operation)) return undefined
  const segment = path.slice(path.lastIndexOf('/') + 1)
  const name = splitWords(segment)
  if (removesOthers(`${summary}. ${description}`)) {
    return 'the description says that other objects are removed or overwritten'
  }
  if (replacesMany(name, path) || replacesMany(idWords) || replacesMany(splitWords(summary).slice(0, 5))) {
    return 'the operation replaces many objects in one request'
  }
  const sentences = [idWords, splitWords(summary).slice(0, 4)]
  const isReplacing = method === 'PUT' || method === 'PATCH'
  if ((isReplacing && isBulk(name)) || [name, ...sentences].some((each) => updatesMany(each))) {
    return 'the operation updates many objects in one request'
  }
  const noun = untilPreposition(name).at(-1) ?? ''
  if (!isReplacing || !isPlural(noun) || sentences.some((each) => addsOrNamesOne(each, noun))) return undefined
  return `${method} on \`/${segment}\` updates a whole collection`
}

/** True if a summary describes one object although the path is plural: "Update an existing pet" for `PUT /pets`. */
function addsOrNamesOne(sentence: readonly string[], plural: string): boolean {
  if (ADDING_VERBS.includes(sentence[0] ?? '')) return true
  return singularsOf(plural).some((noun) => sentence.includes(noun)) && !sentence.some((word) => isPlural(word))
}

function hasIdInQuery({ parameters = [] }: NamedOperation): boolean {
  return parameters.some(
    ({ in: place, name, required }) => place === 'query' && required && /id$|key$|name$/iu.test(name),
  )
}

function isBulk(name: readonly string[]): boolean {
  return name.some((word) => BULK_WORDS.includes(word))
}

/**
 * True if a name means an update of many objects: `updateAll`, `_update_by_query`, `review-requests-in-bulk`. False for
 * `bulk-create` and `batchGet`.
 */
function updatesMany(name: readonly string[]): boolean {
  if (isBulk(name) && name.some((word) => UPDATING_VERBS.includes(word))) return true
  const adds = name.some((word) => HARMLESS_VERBS.includes(word) || ADDING_VERBS.includes(word))
  return name.slice(1).includes('bulk') && !adds
}

const REPLACING = /^(?:replac|overwrit|sync)/u

/**
 * True for a name or summary such as `replaceUsers`, "Replaces the whole list" and `POST /users/sync`. If `path` is
 * given, the name is its last segment. The name may then also be a verb alone after the name of a collection.
 */
function replacesMany([verb = '', ...rest]: readonly string[], path?: string): boolean {
  if (!REPLACING.test(verb)) return false
  if (path !== undefined && rest.length === 0) return isPlural(path.split('/').at(-2) ?? '')
  return rest.some((word) => isPlural(word) || WHOLE.has(word))
}

const WHOLE: ReadonlySet<string> = new Set(['all', 'whole', 'entire', 'complete', 'full'])

/** A sentence such as "All existing users are overwritten". */
const ARE_REMOVED =
  /\b(?:all|every|existing|others?|whole|entire|current|not (?:in|part of)|missing|absent)\b.*\b(?:are|(?:list|table) is) (?:\w+ly )?(?:(?:delet|remov|replac|eras)ed|wiped|overwritten|lost)\b/iu

/** A sentence such as "Deletes all existing users first" or "Replaces the whole user list". */
const REMOVES =
  /\b(?:delet|remov|replac|overwrit|eras|wip)es (?:all|every|any|(?:the )?(?:whole|entire|existing|current) (?:\w+ ){0,2}(?:\w+[^su\W]s|list|table))\b/iu

/** Words for the parts of one object. "All fields are replaced" describes one object. */
const PARTS = /\b(?:propert|field|attribute|value|setting|preference|key)/iu

/** True if a sentence says that the operation removes or overwrites objects that the request does not name. */
function removesOthers(text: string): boolean {
  return text
    .split(/[.;]/u)
    .some((sentence) => !PARTS.test(sentence) && (ARE_REMOVED.test(sentence) || REMOVES.test(sentence)))
}

function isPlural(noun: string): boolean {
  return /.{2}[^su]s$/u.test(noun) && !NO_COLLECTIONS.includes(noun)
}

function singularsOf(noun: string): string[] {
  return [/s$/u, /es$/u]
    .map((ending) => noun.replace(ending, ''))
    .concat(noun.endsWith('ies') ? noun.replace(/ies$/u, 'y') : [])
}
