import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { buildRequest } from '../../exchanges/build-request.ts'
import { headerOf, isAnswer, type RawRequest } from '../../exchanges/exchange.ts'
import { findIdentifiers } from '../../journeys/find-identifiers.ts'
import type { ProducedValue, Producer } from '../../journeys/operation-graph.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { wordsOf } from '../../journeys/words.ts'
import { asText, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import type { Operation, Parameter } from '../../operations/operation.ts'
import type { ReadContext } from './second-read.ts'

const MOST_PAGES = 20

/**
 * Searches all pages of a list for an id. Returns true if the list contains the id, and false if it does not. Returns
 * undefined if the id was not found but the list may have more pages, or if the list proves nothing.
 */
export async function findInList(
  { operation, relation }: Producer,
  value: ProducedValue,
  path: JsonObject,
  id: string,
  by: ReadContext,
): Promise<boolean | undefined> {
  // If a filter parameter has a default, the server may leave the resource out of the list. The list then proves
  // nothing.
  if (operation.parameters.some(isFilterWithDefault)) return undefined
  const request = await buildRequest({ operation, role: 'partner', path, query: {}, headers: {} }, by)
  const seen = new Set<string>()
  let target: string | undefined = request.target
  for (let page = 1; page <= MOST_PAGES && target !== undefined; page += 1) {
    const answer = await readPage({ ...request, target }, by)
    if (answer === undefined) return undefined
    const ids = findIdentifiers(answer.body, value, relation).map((each) => asText(each))
    // The id may be in a property that is not recognized as an id, so all values are searched.
    if (ids.includes(id) || (!/^\d{1,3}$/.test(id) && hasScalar(answer.body, id))) return true
    const isNew = ids.some((each) => !seen.has(each))
    for (const each of ids) seen.add(each)
    // If no id is recognized on the first page, the list does not show whether it contains the resource.
    if (page === 1 && ids.length === 0 && !isEmptyList(answer.body)) return undefined
    // If page 2 or a later page has no new ids, the server ignores the page parameter. One repetition is normal: the
    // first request has no page number, so the request for page 1 may return the same page.
    const isRepeated = ids.length > 0 && !isNew
    if (isRepeated && !(page === 2 && numberedPage(operation) !== undefined)) return undefined
    if (ids.length === 0) return false
    if (totalIn(answer) === seen.size) return false
    const next = nextTarget(operation, request, { ...answer, page, seen: seen.size })
    if (next === 'last') return false
    target = next
  }
  return undefined
}

/** The smallest usual page size. */
const SHORTEST_PAGE = 10

interface Page {
  readonly body: Json
  /** The URL of the next page in the header `Link`. RFC 8288. */
  readonly link: string | undefined
  readonly total: string | undefined
}

async function readPage(request: RawRequest, { sender }: ReadContext): Promise<Page | undefined> {
  const answer = await sender.send(request)
  if (!isAnswer(answer) || answer.status !== 200) return undefined
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  if (body.kind !== 'json') return undefined
  const [, link] = /<([^<>]*)>\s*;[^<]*\brel="?next\b/i.exec(headerOf(answer, 'link') ?? '') ?? []
  return { body: body.value, link, total: headerOf(answer, 'x-total-count') ?? headerOf(answer, 'x-total') }
}

/**
 * Returns the URL path and query of the next page. Returns `last` if this page is the last one. Returns undefined if it
 * is not known whether there is a next page.
 */
function nextTarget(
  operation: Operation,
  { target }: RawRequest,
  { body, link, page, seen }: Page & { readonly page: number; readonly seen: number },
): string | 'last' | undefined {
  const members = membersOf(body)
  const url =
    link ?? members.flatMap(([name, each]) => (/^next( (url|page|link|href))*$/.test(name) ? textOf(each) : []))[0]
  const base = new URL(target, 'http://localhost')
  if (url !== undefined && /^(https?:|[/?])/.test(url)) {
    const next = new URL(url, base)
    // A proxy may add a prefix to the path, so a link with a longer path is followed. A link to any other path is not
    // followed, because a request to it might have a side effect.
    const isOfList = plainPath(next.pathname).endsWith(plainPath(base.pathname))
    return isOfList ? base.pathname + next.search : undefined
  }
  if (members.some(isEnd)) return 'last'
  const withParameter = (name: string, text: string): string => {
    const next = new URL(base)
    next.searchParams.set(name, text)
    return next.pathname + next.search
  }
  const cursor = operation.parameters.find((each) => each.in === 'query' && CURSOR.test(words(each)))
  const token = members.flatMap(([name, each]) => (/^(next|end) .*|^next$|cursor$/.test(name) ? textOf(each) : []))[0]
  if (cursor !== undefined) return token === undefined ? undefined : withParameter(cursor.name, token)
  const offset = operation.parameters.find((each) => each.in === 'query' && OFFSET.test(words(each)))
  if (offset !== undefined) return withParameter(offset.name, String(seen))
  const numbered = numberedPage(operation)
  // Some servers number the first page 0, others 1. Therefore the second request asks for page 1. It may return the
  // first page again, but no page is left out.
  if (numbered !== undefined) return withParameter(numbered.name, String(page))
  const isPaged =
    operation.parameters.some((each) => PAGING.test(words(each))) || members.some(([name]) => PAGING.test(name))
  // If the document defines no paging, only a short list is certainly complete. Even lists of 5 or 8 items may be
  // incomplete, because some servers use these page sizes.
  return isPaged || seen >= SHORTEST_PAGE || seen === 5 || seen === 8 ? undefined : 'last'
}

function numberedPage({ parameters }: Operation): Parameter | undefined {
  return parameters.find((each) => each.in === 'query' && PAGE.test(words(each)))
}

const CURSOR = /\b(cursor|after|marker|continuation|(page|next) token|token)$/
const OFFSET = /^(page )?(offset|skip|start|start index)$/
const PAGE = /^(page|p|page (number|no|index))$/
const PAGING =
  /^(page|pages|paging|pagination|limit|per page|page size|size|top|count|take|max results?|has (more|next).*|next.*)$/

/** True for a property of a response that means: this page is the last one. */
function isEnd([name, value]: readonly [string, Json]): boolean {
  return (/^next( .*)?$/.test(name) && value === null) || (/^has (more|next)/.test(name) && value === false)
}

function words({ name }: Parameter): string {
  return wordsOf(name).join(' ')
}

/**
 * Returns the names and values of all properties in a response, also of nested objects, but not of list items. Splits
 * each name into words: `nextPage` becomes `next page`.
 */
function membersOf(body: Json): [string, Json][] {
  if (!isObject(body)) return []
  const own = Object.entries(body).map(([name, each]): [string, Json] => [wordsOf(name).join(' '), each])
  return [...own, ...own.flatMap(([, each]) => (isObject(each) ? membersOf(each) : []))]
}

function textOf(value: Json): string[] {
  if (isObject(value)) return textOf(value['href'] ?? null)
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : []
}

/** Returns the total number of items that a response states. Returns undefined if it states none. */
function totalIn({ body, total }: Page): number | undefined {
  if (total !== undefined) return Number(total)
  const found = membersOf(body).find(([name]) => /^(total|total (count|items|results|elements|records))$/.test(name))
  return typeof found?.[1] === 'number' ? found[1] : undefined
}

function hasScalar(body: Json, text: string): boolean {
  if (isArray(body)) return body.some((each) => hasScalar(each, text))
  return isObject(body) ? Object.values(body).some((each) => hasScalar(each, text)) : asText(body) === text
}

function isEmptyList(body: Json): boolean {
  if (isArray(body)) return body.length === 0
  return isObject(body) && Object.values(body).some((each) => isArray(each) && each.length === 0)
}

/** True for an optional query parameter with a default that may filter items out of the list. */
function isFilterWithDefault(parameter: Parameter): boolean {
  const { value } = parameter.schema ?? {}
  if (parameter.in !== 'query' || !isObject(value) || value['default'] === undefined) return false
  const name = words(parameter)
  return ![CURSOR, OFFSET, PAGE, PAGING, /sort|order|direction/].some((each) => each.test(name))
}
