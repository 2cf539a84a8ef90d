import { valueAt } from '../../document/json-pointer.ts'
import type { Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { headerOf, type RawAnswer } from '../../exchanges/exchange.ts'
import { linksTo } from '../../journeys/links-to.ts'
import type { PathValue } from '../../journeys/path-value.ts'
import type { Json } from '../../json.ts'
import { responseFor } from '../../operations/operation.ts'

/** Returns the values of a path parameter that the links of a response contain. */
export function linkValues(execution: Execution, answer: RawAnswer, value: PathValue): Json[] {
  const { operation } = execution.case
  const response = responseFor(operation, answer.status)
  const expressions = response === undefined ? [] : linksTo({ responses: [response] }, value)
  return expressions.flatMap((expression) => evaluateExpression(expression, execution, answer) ?? [])
}

/**
 * Returns the value of a runtime expression in a link. A value that is not an expression is a constant and is returned
 * unchanged. OpenAPI 3.1.1 §4.8.20.3.
 */
function evaluateExpression(expression: Json, { sent }: Execution, answer: RawAnswer): Json | undefined {
  if (typeof expression !== 'string' || !expression.startsWith('$')) return expression
  const [, of, place, rest = ''] = /^\$(request|response)\.(path|query|header|body)[.#]?(.*)$/.exec(expression) ?? []
  if (of === 'response') {
    if (place === 'header') return headerOf(answer, rest)
    const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
    return place === 'body' && body.kind === 'json' ? valueAt(body.value, rest) : undefined
  }
  if (place === 'body') return sent?.body === undefined ? undefined : valueAt(sent.body, rest)
  const values = place === 'path' ? sent?.path : place === 'query' ? sent?.query : sent?.headers
  return of === 'request' ? values?.[rest] : undefined
}
