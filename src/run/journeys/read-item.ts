import { buildRequest } from '../../exchanges/build-request.ts'
import { isAnswer, type RawAnswer } from '../../exchanges/exchange.ts'
import { plainPath, type PathValue } from '../../journeys/path-value.ts'
import type { JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import type { ExecuteCase } from '../execute/execute-case.ts'
import { isReader } from '../execute/second-read.ts'

/** Reads an object with the documented GET on its path. Undefined if there is no such GET or no response. */
export async function readItem(
  { consumers, key }: PathValue,
  path: JsonObject,
  context: ExecuteCase,
): Promise<RawAnswer | undefined> {
  const reader = consumers.find((each) => plainPath(each.path) === key && isReader(each))
  return reader && (await read(reader, path, context))
}

/** Sends a GET without query and with the credentials of the first user. Undefined if there is no response. */
export async function read(
  operation: Operation,
  path: JsonObject,
  { target, credentials }: ExecuteCase,
): Promise<RawAnswer | undefined> {
  const credential = target.credentials?.partner
  if (credential === undefined) return undefined
  const by = { credential, tokens: credentials, baseUrl: target.baseUrl }
  const answer = await target.send(await buildRequest({ operation, role: 'partner', path, query: {}, headers: {} }, by))
  return isAnswer(answer) ? answer : undefined
}
