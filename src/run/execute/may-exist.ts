import type { Case } from '../../cases/case.ts'
import { plainPath } from '../../journeys/path-value.ts'
import type { Json, JsonObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import { isUnmistakableId } from '../gather/fresh-id.ts'
import { readWithGet } from './read-with-get.ts'
import { isReader } from './second-read.ts'

/**
 * Returns the reason why a write is not sent to a path value that no object should have: an object may have it. Unless
 * the value is one that no object has by chance, the documented GET of the object must refuse it. If there is no such GET
 * or no clear response, the value must have another type than the documented ids. `path` has all values that the case
 * sends. Returns undefined for cases without `ifAbsent`.
 */
export async function mayExist(
  { operation, ifAbsent, negative }: Case,
  path: JsonObject,
  context: Parameters<typeof readWithGet>[2],
): Promise<string | undefined> {
  if (ifAbsent === undefined || isImprobable(path[ifAbsent] ?? null)) return undefined
  const [above = ''] = operation.path.split(`{${ifAbsent}}`)
  const item = plainPath(`${above}{${ifAbsent}}`)
  const reader = listOperations(operation.document).find((each) => plainPath(each.path) === item && isReader(each))
  const status = reader && (await readWithGet(reader, path, context))?.status
  if (status !== undefined && status >= 400 && status < 500 && !UNCLEAR.has(status)) return undefined
  const isOtherType = negative !== undefined && ['type', 'format'].includes(negative.keyword)
  const isAnswered = status !== undefined && status < 400
  if (!isAnswered && isOtherType) return undefined
  return `an object may have the value that is sent as ${ifAbsent}, and the request could change it`
}

/** Statuses of a GET that do not say whether the object exists. */
const UNCLEAR: ReadonlySet<number> = new Set([401, 403, 405, 429])

function isImprobable(id: Json): boolean {
  return isUnmistakableId(id) || (typeof id === 'number' && id >= 1_000_000_000)
}
