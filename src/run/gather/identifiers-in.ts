import { allowsText } from '../../cases/allows-text.ts'
import type { Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/parse-answer.ts'
import { headerOf, isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { findIdentifiers, valueInUrl } from '../../journeys/find-identifiers.ts'
import { collectionNoun, type PathValue } from '../../journeys/path-value.ts'
import type { Producer } from '../../journeys/operation-graph.ts'
import { asText, isArray, isObject, type Json } from '../../json.ts'
import { linkValues } from './link-values.ts'

/**
 * Returns the values of a path parameter in a 2xx response: from links, from the body, or from `Location`. If the
 * client chose the value in the request, returns that value. Leaves out values that the schema of the parameter does
 * not allow.
 */
export function identifiersIn(execution: Execution, { kind, relation }: Producer, value: PathValue): Json[] {
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer) || !isSuccess(answer.status)) return []
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  const location = kind === 'create' ? headerOf(answer, 'location') : undefined
  const sent = execution.sent?.body
  const listed = body.kind === 'json' ? findIdentifiers(body.value, value, relation) : []
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
 * True if identifiers in the response to a POST are those of new objects. A list with another length than the request
 * contains existing objects, for example the result of a search or a whole cart. If the value identifies another kind
 * of object than the collection contains, such as the user of a cart, then it is not new.
 */
function isOfNewObject(listed: readonly Json[], sent: Json | undefined, { key, noun }: PathValue): boolean {
  return listed.length === (isArray(sent) ? sent.length : 1) && collectionNoun(key) === noun
}
