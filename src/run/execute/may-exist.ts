import type { Case } from '../../cases/case.ts'
import { plainPath } from '../../journeys/path-value.ts'
import type { Json, JsonObject } from '../../json.ts'
import { listOperations } from '../../operations/list-operations.ts'
import { isUnmistakableId } from '../gather/fresh-id.ts'
import { readWithGet } from './read-with-get.ts'
import { isReader } from './second-read.ts'

/**
 * Checks a write with an invented id. Returns why the write is not sent: an object with this id may exist. Returns
 * undefined if the write is safe. It is safe if the id is too unusual to exist by chance, or if the documented GET
 * refuses the id with a 4xx such as 404. A write with an id of the wrong type or format is safe unless the GET
 * succeeds. `path` has all path values of the case.
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
  return `an object with this ${ifAbsent} may exist, and the request could change it`
}

/** Statuses of a GET that do not show whether the object exists. */
const UNCLEAR: ReadonlySet<number> = new Set([401, 403, 405, 429])

function isImprobable(id: Json): boolean {
  return isUnmistakableId(id) || (typeof id === 'number' && id >= 1_000_000_000)
}
