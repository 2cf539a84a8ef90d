import { isObject, type Json, type JsonObject } from '../json.ts'
import { headerOf, isAnswer, isSuccess } from '../exchanges/exchange.ts'
import { percentDecode } from '../operations/read/parse-parameter.ts'
import { statusOf, type Execution } from './execution.ts'
import { parseAnswer } from './response/parse-answer.ts'

/**
 * True if an accepted update made the resource disappear: the read after the update gets 404 or 410, although the read
 * before the update found the resource.
 */
export function isLost(execution: Execution): boolean {
  const { case: aCase, before, later } = execution
  const { method } = aCase.operation
  if ((method !== 'PUT' && method !== 'PATCH') || aCase.method !== undefined) return false
  return isSuccess(statusOf(execution)) && before?.subject != null && later?.subject === null
}

/**
 * True if an update moved the resource to another path. Either the update changed a property that is part of the path,
 * such as the name, or the response has another id or `Location`.
 */
export function isMoved(execution: Execution): boolean {
  const { before, sent } = execution
  if (namesOther(execution)) return true
  const body = sent?.body
  if (!isObject(before?.subject) || !isObject(body)) return false
  const path = sent?.path ?? {}
  const ids = new Set(Object.values(path).map(folded))
  // A number such as 1 counts as an id only in a property that has the name `id` or the name of a path parameter.
  const mayBeId = (name: string, value: Json): boolean =>
    typeof value === 'string' || name === 'id' || Object.hasOwn(path, name)
  return changedNames(before.subject, body).some((name) => {
    const was = before.subject?.[name] ?? null
    return mayBeId(name, was) && ids.has(folded(was))
  })
}

/** True if the response has another id than the path, or a `Location` whose last segment is different. */
function namesOther({ case: { operation }, exchange, sent }: Execution): boolean {
  const [, name = ''] = /\{([^{}]+)\}\/?$/.exec(operation.path) ?? []
  const id = sent?.path[name]
  const answer = exchange?.answer
  if (id === undefined || answer === undefined || !isAnswer(answer)) return false
  const location = headerOf(answer, 'location')
  const last = location
    ?.replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .split('/')
    .at(-1)
  if (last !== undefined && folded(percentDecode(last)) !== folded(id)) return true
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  const shown =
    body.kind === 'json' && isObject(body.value)
      ? (body.value[name] ?? (/id$/i.test(name) ? body.value['id'] : undefined))
      : undefined
  return (typeof shown === 'string' || typeof shown === 'number') && folded(shown) !== folded(id)
}

/**
 * True if an update changed a property that may hide or move the resource, such as `archived`, `expiresAt`, `owner` or
 * `project`.
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
