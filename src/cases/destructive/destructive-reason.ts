import {
  ADDING_VERBS,
  DESTRUCTIVE_WORDS,
  HARMLESS_VERBS,
  MODIFIERS,
  UPDATING_VERBS,
  VERBS_OF_SAFE_METHODS,
  type DestructiveWords,
} from './destructive-words.ts'
import { isSafeMethod } from '../../operations/is-safe-method.ts'
import { collectionReason, settingsReason } from './destructive-target.ts'
import type { NamedOperation } from './named-operation.ts'
import { includesNoun, actionWords, splitWords, untilPreposition } from './split-words.ts'

/**
 * Returns the reason why an operation may delete, disable or overwrite objects of other users. Example: "the path
 * contains `/bulk-delete`, which deletes". Returns undefined if the method, the path, the operation id and the summary
 * suggest no such effect.
 */
export function destructiveReason(operation: NamedOperation): string | undefined {
  const known = reasons.get(operation)
  if (known !== undefined) return known.reason
  const reason = findReason(operation)
  reasons.set(operation, { reason })
  return reason
}

/** Cached reasons. Each case of an operation needs the reason. */
const reasons = new WeakMap<NamedOperation, { readonly reason: string | undefined }>()

/**
 * The methods that do not make an operation destructive by themselves. They are the methods of OpenAPI 3.1 except
 * DELETE, and methods that only read (RFC 4918 §9.1, RFC 3253 §3.6, RFC 5323). Any other method may be destructive:
 * OpenAPI 3.2 also allows methods such as PURGE. `ANY` marks an operation that cannot be parsed and is never sent.
 */
const METHODS = new Set('GET HEAD OPTIONS TRACE QUERY POST PUT PATCH PROPFIND REPORT SEARCH ANY'.split(' '))

function findReason(named: NamedOperation): string | undefined {
  // The path `/pets/` means the same collection as `/pets`.
  const operation = { ...named, path: named.path.replace(/(?<=[^/])\/+$/u, '') }
  const { method, path } = operation
  // A description usually starts like a summary.
  const summary = operation.summary || (operation.description ?? '')
  const name = method.toUpperCase()
  if (name === 'DELETE') return 'the method is DELETE'
  if (!METHODS.has(name)) return `the method is ${method}, whose effect on other objects is not known`
  const id = isMadeUp(named) ? '' : named.id
  if (isSafeMethod(method)) return safeMethodReason(path, id, summary)
  return (
    pathReason(path, actionWords(id)) ??
    phraseReason(actionWords(id), `the operation id is \`${id}\``) ??
    summaryReason(summary) ??
    settingsReason(operation) ??
    collectionReason(operation, actionWords(id))
  )
}

/** True if the document has no `operationId` for the operation. The gate then uses an id such as `GET /pets`. */
function isMadeUp({ id, path }: NamedOperation): boolean {
  return id.endsWith(` ${path}`)
}

/**
 * Returns the reason why an operation with a safe method may be destructive. A safe method should change nothing (RFC
 * 9110 §9.2.1). For this reason, only unambiguous verbs count, such as in `GET /logout`.
 */
function safeMethodReason(path: string, id: string, summary: string): string | undefined {
  const reads = [actionWords(id), splitWords(summary)].some(
    ([first]) => first !== undefined && HARMLESS_VERBS.includes(first),
  )
  if (reads) return undefined
  const segment = lastSegment(path)
  const verb = withoutModifiers(splitWords(segment))[0]
  if (path.endsWith(segment) && verb !== undefined && VERBS_OF_SAFE_METHODS.includes(verb)) {
    return `the path contains \`/${segment}\``
  }
  const early = earlyVerb(path)
  if (early !== undefined) return `the path contains \`/${early}\``
  const first = withoutModifiers(actionWords(id))[0]
  if (first !== undefined && VERBS_OF_SAFE_METHODS.includes(first)) return `the operation id is \`${id}\``
  const told = splitWords(summary)[0]
  if (told !== undefined && VERBS_OF_SAFE_METHODS.includes(told)) return `the summary begins with "${told}"`
  return undefined
}

/**
 * Returns the reason why a path suggests a destructive operation. The last fixed segment of a path usually names the
 * action. An earlier segment counts only if it is a verb: `/pins/remove/{name}`, `/delete/user/{id}`.
 */
function pathReason(path: string, name: readonly string[]): string | undefined {
  const segments = fixedSegments(path)
  const last = segments.at(-1)
  if (last === undefined) return undefined
  const isCollection = !path.endsWith(last)
  const names = last.split(/[.:]/u)
  const action = splitWords(names.at(-1) ?? '')
  // A verb may be a part of a noun: `/reset-templates/{id}` is about a template, and `createRemoveToken` creates a
  // token.
  const isThing = isCollection || HARMLESS_VERBS.includes(name[0] ?? '')
  if (isThing && withoutModifiers(action).length > 1) return undefined
  const parent = splitWords(segments.at(-2) ?? '')
  for (const row of DESTRUCTIVE_WORDS) {
    if (
      hasVerb(row, action, parent) ||
      (!isCollection && (endsInNoun(row, action) || row.segments?.includes(action.at(-1) ?? '') === true))
    )
      return because(`the path contains \`/${last}\``, row)
  }
  const early = earlyVerb(path)
  if (early !== undefined) return `the path contains \`/${early}\``
  const isPassword = action.at(-1) === 'password' && !HARMLESS_VERBS.includes(action[0] ?? '')
  return isPassword && !isCollection ? `the path contains \`/${last}\`, which changes a password` : undefined
}

/** Returns an unambiguous verb in a segment before the last one, such as `delete` in `/delete/user/{id}`. */
function earlyVerb(path: string): string | undefined {
  const early = fixedSegments(path).slice(0, -1)
  return early.find((segment) => VERBS_OF_SAFE_METHODS.includes(segment.toLowerCase()))
}

/** True if a name ends with a noun for a destructive action: `POST /refunds`. */
function endsInNoun({ nouns = [] }: DestructiveWords, name: readonly string[]): boolean {
  return includesNoun(nouns, name.at(-1) ?? '')
}

/**
 * Returns the reason why a name suggests a destructive operation. The verb may be at the start, after `or` or `and`, or
 * at the end. At the end, it counts only if the name does not start with another verb.
 */
function phraseReason(name: readonly string[], where: string): string | undefined {
  const [first = ''] = name
  const head = untilPreposition(name)
  const last = head.at(-1)
  const hasOtherVerb = [...HARMLESS_VERBS, ...UPDATING_VERBS, ...ADDING_VERBS].includes(first)
  for (const row of DESTRUCTIVE_WORDS) {
    if (beginnings(name).some((each) => hasVerb(row, each))) return because(where, row)
    const isLast = last !== undefined && row.of === undefined && (row.verbs.includes(last) || endsInNoun(row, head))
    if (isLast && !hasOtherVerb) return because(where, row)
  }
  return undefined
}

/**
 * Returns the reason why a summary suggests a destructive operation. The verb must be at the start, in any form:
 * "Deletes users", "Create/modify/delete users".
 */
function summaryReason(summary: string): string | undefined {
  const [sentence = ''] = summary.split(/[.(]/u)
  const starts = beginnings(splitWords(sentence.replaceAll(/[/,]/gu, ' or ')))
  for (const row of DESTRUCTIVE_WORDS) {
    for (const start of starts) {
      const [first = ''] = withoutModifiers(start)
      const verb = row.verbs.find((each) => formsOf(each).has(first))
      const isNamed = verb !== undefined && hasVerb(row, [verb, ...start.slice(1, 6)])
      if (isNamed || row.nouns?.includes(first) === true) return because(`the summary says "${first}"`, row)
    }
  }
  return undefined
}

/**
 * Returns the whole name, and the words after each `or` or `and`. Example: `get-or-create-item` gives
 * `get-or-create-item` and `create-item`.
 */
function beginnings(name: readonly string[]): (readonly string[])[] {
  return [name, ...name.flatMap((word, index) => (word === 'or' || word === 'and' ? [name.slice(index + 1)] : []))]
}

function hasVerb({ verbs, of }: DestructiveWords, name: readonly string[], beside: readonly string[] = []): boolean {
  const [first, ...rest] = withoutModifiers(name)
  if (first === undefined || !verbs.includes(first)) return false
  return of === undefined || [...rest, ...beside].some((word) => includesNoun(of, word))
}

function withoutModifiers(name: readonly string[]): readonly string[] {
  const start = name.findIndex((word) => !MODIFIERS.includes(word))
  return start < 0 ? [] : name.slice(start)
}

/**
 * Returns the forms of an English verb: `stop`, `stops`, `stopped`, `stopping`. The result may contain forms that do
 * not exist in English.
 */
function formsOf(verb: string): ReadonlySet<string> {
  const stem = verb.replace(/e$/u, '')
  const doubled = `${verb}${verb.at(-1) ?? ''}`
  return new Set([
    verb,
    ...['s', 'es', 'ed', 'ing'].map((ending) => verb + ending),
    ...['ed', 'ing'].flatMap((ending) => [stem + ending, doubled + ending]),
    ...['ies', 'ied'].map((ending) => verb.replace(/y$/u, ending)),
  ])
}

function fixedSegments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'))
}

function lastSegment(path: string): string {
  return fixedSegments(path).at(-1) ?? ''
}

function because(where: string, { does }: DestructiveWords): string {
  return `${where}, which ${does}`
}
