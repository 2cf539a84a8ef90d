import type { Case } from '../../cases/case.ts'
import { buildRequest, type RequestContext } from '../../exchanges/build-request.ts'
import { headerOf, isAnswer } from '../../exchanges/exchange.ts'
import { freshKey, headerParameter } from '../../exchanges/credentials/fresh-key.ts'
import type { PreparedRequest } from '../../exchanges/prepared-request.ts'
import type { Sender } from '../../exchanges/record-exchange.ts'
import type { JsonObject } from '../../json.ts'

/** The inputs for the headers of one request. */
export interface FreshHeaders extends RequestContext {
  readonly sender: Sender
  /** A text that differs in each request of each run. */
  readonly unique: string
  /** True if a GET reads the ETag for `If-Match` from the server. False if a provider state supplies the ETag. */
  readonly readsTags: boolean
}

/**
 * Returns the headers of a case with new values for this request: a new `Idempotency-Key`, and an `If-Match` with the
 * ETag from the documented GET (RFC 9110 §13.1.1). Does not change a header that the case omits or makes invalid.
 */
export async function freshHeaders(aCase: Case, prepared: PreparedRequest, by: FreshHeaders): Promise<JsonObject> {
  const { operation, headers } = prepared
  const key = freshKey(operation, by.unique)
  const withKey = key === undefined ? headers : replaced(aCase, headers, 'idempotency-key', key)
  const readsTag =
    by.readsTags && nameOf(aCase, headers, 'if-match') !== undefined && operation.methodsOnPath.includes('GET')
  if (!readsTag) return withKey
  const tag = await currentTag(prepared, by)
  return tag === undefined ? withKey : replaced(aCase, withKey, 'if-match', tag)
}

async function currentTag({ operation, path }: PreparedRequest, by: FreshHeaders): Promise<string | undefined> {
  const reading = { operation, role: 'partner', method: 'GET', path, query: {}, headers: {} } as const
  const answer = await by.sender.send(await buildRequest(reading, by))
  return isAnswer(answer) && answer.status === 200 ? headerOf(answer, 'etag') : undefined
}

function replaced(aCase: Case, headers: JsonObject, name: string, value: string): JsonObject {
  const own = nameOf(aCase, headers, name)
  return own === undefined ? headers : { ...headers, [own]: value }
}

/**
 * Returns the name of a header as the case spells it. Returns undefined if the case tests this header with an invalid
 * value.
 */
function nameOf({ operation, negative }: Case, headers: JsonObject, name: string): string | undefined {
  const parameter = headerParameter(operation, name)
  if (parameter === undefined || negative?.clause.startsWith(`${parameter.pointer}/`) === true) return undefined
  return Object.keys(headers).find((each) => each.toLowerCase() === name)
}
