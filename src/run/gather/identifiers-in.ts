import { allowsText } from '../../cases/allows-text.ts'
import type { Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/parse-answer.ts'
import { headerOf, isAnswer } from '../../exchanges/exchange.ts'
import { findIdentifiers, valueInUrl } from '../../journeys/find-identifiers.ts'
import type { PathValue } from '../../journeys/path-value.ts'
import type { Producer } from '../../journeys/operation-graph.ts'
import { asText, isObject, type Json } from '../../json.ts'
import { linkValues } from './link-values.ts'

/**
 * Returns the values of a path parameter in a 2xx response: from links, from the body, or from `Location`. If the
 * client chose the value in the request, returns that value. Leaves out values that the schema of the parameter does
 * not allow.
 */
export function identifiersIn(execution: Execution, { kind, relation }: Producer, value: PathValue): Json[] {
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer) || answer.status < 200 || answer.status > 299) return []
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  const location = kind === 'create' ? headerOf(answer, 'location') : undefined
  const sent = execution.sent?.body
  const found = [
    ...linkValues(execution, answer, value),
    ...(body.kind === 'json' ? findIdentifiers(body.value, value, relation) : []),
    ...(location === undefined ? [] : [valueInUrl(location, value)]),
    ...(kind === 'create' && isObject(sent) ? [sent[value.name]] : []),
  ]
  const isAllowed = (each: Json): boolean =>
    !isObject(each) &&
    asText(each) !== '' &&
    (value.parameter === undefined || allowsText(value.parameter, asText(each)))
  return found.filter((each) => each !== undefined).filter(isAllowed)
}
