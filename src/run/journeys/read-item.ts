import type { RawAnswer } from '../../exchanges/exchange.ts'
import { plainPath, type PathValue } from '../../journeys/path-value.ts'
import type { JsonObject } from '../../json.ts'
import type { ExecuteCase } from '../execute/execute-case.ts'
import { readWithGet } from '../execute/read-with-get.ts'
import { isReader } from '../execute/second-read.ts'

/**
 * Reads an object with its documented GET. Returns undefined if the document has no such GET or if there is no
 * response.
 */
export async function readItem(
  { consumers, key }: PathValue,
  path: JsonObject,
  context: ExecuteCase,
): Promise<RawAnswer | undefined> {
  const reader = consumers.find((each) => plainPath(each.path) === key && isReader(each))
  return reader && (await readWithGet(reader, path, context))
}
