import { buildRequest } from '../../exchanges/build-request.ts'
import type { Credentials } from '../../exchanges/credentials/credentials.ts'
import { isAnswer, type RawAnswer } from '../../exchanges/exchange.ts'
import type { JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { Target } from '../../targets/target.ts'

/**
 * Sends a GET without query parameters, with the credentials of the first user. Returns undefined if there is no
 * response.
 */
export async function readWithGet(
  operation: Operation,
  path: JsonObject,
  { target, credentials }: { readonly target: Target; readonly credentials: Credentials },
): Promise<RawAnswer | undefined> {
  const credential = target.credentials?.partner
  if (credential === undefined) return undefined
  const by = { credential, tokens: credentials, baseUrl: target.baseUrl }
  const answer = await target.send(await buildRequest({ operation, role: 'partner', path, query: {}, headers: {} }, by))
  return isAnswer(answer) ? answer : undefined
}
