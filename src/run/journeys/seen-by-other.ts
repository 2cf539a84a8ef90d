import type { Execution } from '../../evidence/execution.ts'
import { statusOf } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { asText, isObject, type Json, type JsonObject } from '../../json.ts'

/**
 * The object that a second user sees under the id of an object of the first user. `same`: the object of the first user.
 * `hidden`: none. `another`: an object with other values, because each user has ids of their own. `unclear`: perhaps
 * another object.
 */
export type SeenByOther = 'same' | 'hidden' | 'another' | 'unclear'

/**
 * Compares the response to a GET of the second user with what the first user reads. `own` is the object as the first
 * user reads it, `sent` the body of the POST that made it.
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

/** False for a small number. Servers that count the objects of each user use the same small numbers for all users. */
export function isUnmistakable(id: Json | undefined): boolean {
  return id !== undefined && !/^\d{1,9}$/.test(asText(id))
}

function isLongText(value: Json | undefined): boolean {
  return typeof value === 'string' && value.length >= 8
}
