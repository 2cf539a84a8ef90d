import { isSuccess } from '../../exchanges/exchange.ts'
import { resolveLiterals } from '../../cases/literals/literals.ts'
import { valueAt } from '../../document/json-pointer.ts'
import { ContractError } from '../../errors.ts'
import { asObject, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { hasMorePages } from './has-more-pages.ts'
import type { Called, Caller } from './call-neighbour.ts'
import type { ListUse, ReadUse } from './neighbours.ts'
import { textOf } from '../text-of.ts'

/** The values for placeholders in the request that reads an object. */
export interface ReadFrom {
  readonly now: string
  readonly path: JsonObject
  readonly given?: JsonObject
}

/**
 * Reads the object that has the given path values, either with a GET of the object or from a list. Throws
 * `fixture-unusable` if the object is missing or not accessible, or if the list has a second page.
 */
export async function readObject(caller: Caller, use: ReadUse, from: ReadFrom): Promise<JsonObject> {
  const { operation, items, where } = use
  if (items === undefined) {
    const called = await caller.call(operation, { path: from.path, query: resolved(use.query, from) })
    expectOk(called, operation.id)
    if (isObject(called.body)) return called.body
    throw unusable(`${operation.id} did not return a JSON object`)
  }
  const list = await readList(caller, { operation, items, query: use.query }, from)
  const found = list.find((item) => Object.entries(where).every(([name, key]) => same(item[name], from.path[key])))
  if (found !== undefined) return found
  throw unusable(
    `${operation.id} does not list this object: it does not exist, or it belongs to another account or person`,
  )
}

/**
 * Reads one page of a list, and finds out whether the list has another page. Throws `fixture-unusable` if the response
 * contains no list.
 */
export async function readPage(
  caller: Caller,
  { operation, items, query }: Pick<ListUse, 'operation' | 'items' | 'query'>,
  from: ReadFrom,
): Promise<{ readonly items: readonly JsonObject[]; readonly hasMore: boolean }> {
  const sent = resolved(query, from)
  const called = await caller.call(operation, { path: from.path, query: sent })
  expectOk(called, operation.id)
  const list = called.body === undefined ? undefined : valueAt(called.body, items)
  if (!isArray(list)) throw unusable(`${operation.id} did not return a list`)
  return { items: list.filter(isObject), hasMore: hasMorePages(called, list.length, sent) }
}

/** Reads all objects of a list, which must have only one page. Throws the same errors as `readObject`. */
export async function readList(
  caller: Caller,
  use: Pick<ListUse, 'operation' | 'items' | 'query'>,
  from: ReadFrom,
): Promise<readonly JsonObject[]> {
  const { items, hasMore } = await readPage(caller, use, from)
  if (!hasMore) return items
  throw unusable(
    `${use.operation.id} has a second page, but the gate reads only one: choose an object whose list is shorter`,
  )
}

function resolved(query: JsonObject, { now, path, given = {} }: ReadFrom): JsonObject {
  return asObject(resolveLiterals(query, { now, state: { path, values: {}, given } }))
}

function expectOk({ status }: Called, id: string): void {
  if (isSuccess(status)) return
  const meaning =
    status === 404 || status === 403
      ? ': the object does not exist, or the credentials may not access it'
      : status === 401
        ? ': the credentials are not accepted'
        : ''
  throw unusable(`${id} answered ${status}${meaning}`)
}

/** Compares ids as text: an id in a response may be a number, an id in a path is text. */
function same(one: Json | undefined, other: Json | undefined): boolean {
  return one !== undefined && other !== undefined && textOf(one) === textOf(other)
}

function unusable(what: string): ContractError {
  return new ContractError('fixture-unusable', { what })
}
