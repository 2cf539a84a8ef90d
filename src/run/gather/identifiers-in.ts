import { allowsText } from '../../cases/allows-text.ts'
import type { Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { isAlike, sameValue } from '../../evidence/same-value.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { findIdentifiers, valueInUrl } from '../../journeys/find-identifiers.ts'
import { collectionNoun, type PathValue } from '../../journeys/path-value.ts'
import type { Producer } from '../../journeys/operation-graph.ts'
import { asText, isArray, isObject, type Json, type JsonObject } from '../../json.ts'
import { linkValues } from './link-values.ts'

/**
 * Returns the values of a path parameter in a 2xx response: in its links, its body or its `Location`. If the client
 * chose the id, returns the id from the request. Leaves out values that the parameter's schema forbids.
 */
export function identifiersIn(execution: Execution, { kind, relation }: Producer, value: PathValue): Json[] {
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer) || !isSuccess(answer.status)) return []
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  const location = kind === 'create' ? headerOf(answer, 'location') : undefined
  const sent = execution.sent?.body
  const listed = body.kind === 'json' ? findIdentifiers(body.value, value, relation) : []
  if (kind === 'create' && isObject(sent) && body.kind === 'json' && hasOtherTexts(body.value, sent)) return []
  const found = [
    ...linkValues(execution, answer, value),
    ...(kind === 'create' && !isOfNewObject(listed, sent, value) ? [] : listed),
    ...(location === undefined ? [] : [valueInUrl(location, value)]),
    ...(kind === 'create' && isObject(sent) ? [sent[value.name]] : []),
  ]
  const isAllowed = (each: Json): boolean =>
    !isObject(each) &&
    asText(each) !== '' &&
    (value.parameter === undefined || allowsText(value.parameter, asText(each)))
  return found.filter((each) => each !== undefined).filter(isAllowed)
}

/**
 * True if a response has the same properties as the request, but none of the texts that the request sent. The server
 * then returned an existing object. Example: a POST that assigns a free slot.
 */
function hasOtherTexts(body: Json, sent: JsonObject): boolean {
  const texts = objectsIn(body, 0).flatMap((each) =>
    Object.entries(sent).flatMap(([name, value]) => {
      const shown = each[name]
      return typeof value === 'string' && typeof shown === 'string' ? [[value, shown] as const] : []
    }),
  )
  return texts.length > 0 && !texts.some(([value, shown]) => isSimilar(value, shown))
}

/**
 * True if the text `shown` may be the text `value` as the server stored it: normalized, cut off, or with an addition.
 */
function isSimilar(value: string, shown: string): boolean {
  if (sameValue(value, shown) || isAlike(value, shown)) return true
  const [one, other] = [value.toLowerCase(), shown.toLowerCase()]
  return one.includes(other) || other.includes(one)
}

function objectsIn(body: Json, depth: number): JsonObject[] {
  if (depth > 3) return []
  if (isArray(body)) return body.slice(0, 5).flatMap((each) => objectsIn(each, depth + 1))
  return isObject(body) ? [body, ...Object.values(body).flatMap((each) => objectsIn(each, depth + 1))] : []
}

/**
 * True if the ids in the response to a POST belong to new objects. False if the number of ids in the response differs
 * from the number of objects in the request, as in a search result or a whole cart. Also false if the ids do not belong
 * to the collection, such as the id of a user in the response to a POST of a cart.
 */
function isOfNewObject(listed: readonly Json[], sent: Json | undefined, { key, noun }: PathValue): boolean {
  return listed.length === (isArray(sent) ? sent.length : 1) && collectionNoun(key) === noun
}
