import { isObject, type Json, type JsonObject } from '../json.ts'
import { isSuccess } from '../exchanges/exchange.ts'
import { statusOf, type Execution } from './execution.ts'

/** True if a read after an accepted update gets 404 or 410 at the path at which a read before the update got the resource. */
export function isLost(execution: Execution): boolean {
  const { case: aCase, before, later } = execution
  const { method } = aCase.operation
  if ((method !== 'PUT' && method !== 'PATCH') || aCase.method !== undefined) return false
  return isSuccess(statusOf(execution)) && before?.subject != null && later?.subject === null
}

/**
 * True if an update sent another value for a property from which the path of the resource is made, such as its name. The
 * resource then has another path.
 */
export function isMoved({ before, sent }: Execution): boolean {
  const body = sent?.body
  if (!isObject(before?.subject) || !isObject(body)) return false
  const path = sent?.path ?? {}
  const ids = new Set(Object.values(path).map(folded))
  // A number such as 1 is the id of the resource only if its name says so.
  const mayBeId = (name: string, value: Json): boolean =>
    typeof value === 'string' || name === 'id' || Object.hasOwn(path, name)
  return changedNames(before.subject, body).some((name) => {
    const was = before.subject?.[name] ?? null
    return mayBeId(name, was) && ids.has(folded(was))
  })
}

/**
 * True if an update changed a property that may hide the resource or move it: a state or a time such as `archived` and
 * `expiresAt`, or a property such as `owner` and `project`.
 */
export function mayBeHidden({ before, sent }: Execution): boolean {
  const body = sent?.body
  if (!isObject(before?.subject) || !isObject(body)) return false
  return changedNames(before.subject, body).some(
    (name) => typeof body[name] === 'boolean' || HIDES.test(name) || MOVES.test(name) || HIDES.test(String(body[name])),
  )
}

const HIDES =
  /activ|archiv|clos|delet|disabl|draft|enabl|end|expir|hid|lifecycle|phase|publish|remov|retir|stat(e|us)|stage|trash|ttl|until|valid|visib/i

const MOVES =
  /access|account|folder|group|member|org|owner|parent|permission|privat|project|public|role|scope|share|team|tenant|user/i

function changedNames(before: JsonObject, body: JsonObject): string[] {
  return Object.keys(body).filter((name) => folded(body[name] ?? null) !== folded(before[name] ?? null))
}

function folded(value: Json): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
