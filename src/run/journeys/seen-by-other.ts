import type { Execution } from '../../evidence/execution.ts'
import { statusOf } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { asText, isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * The object that a second user reads under the id of the first user's object. `same`: the first user's object.
 * `hidden`: no object. `another`: an object with other values, because the server counts ids separately for each user.
 * `unclear`: it is not known which object.
 */
export type SeenByOther = 'same' | 'hidden' | 'another' | 'unclear'

/**
 * Compares what two users read under the same id. `own` is what the first user reads. `sent` is the body of the POST
 * that created the first user's object.
 */
export function seenByOther(
  execution: Execution,
  id: Json,
  own: JsonObject | null | undefined,
  sent: Json | undefined,
): SeenByOther {
  const answer = execution.exchange?.answer
  const status = statusOf(execution)
  if (status === undefined || status >= 500 || answer === undefined || !isAnswer(answer)) return 'unclear'
  if (!isSuccess(status)) return 'hidden'
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  if (own == null || body.kind !== 'json' || !isObject(body.value)) return 'unclear'
  const other = body.value
  const stored = isObject(sent) ? Object.keys(sent).filter((name) => sameValue(sent[name], own[name])) : []
  const names = stored.length > 0 ? stored : Object.keys(own)
  if (!names.every((name) => sameValue(own[name], other[name]))) return 'another'
  return isUnmistakable(id) || names.some((name) => isLongText(own[name])) ? 'same' : 'unclear'
}

/**
 * True for an id that belongs to only one object on the server. False for a small number, because a server that counts
 * separately for each user gives the same small numbers to all of them.
 */
export function isUnmistakable(id: Json | undefined): boolean {
  return id !== undefined && !/^\d{1,9}$/.test(asText(id))
}

function isLongText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length >= 8
}
