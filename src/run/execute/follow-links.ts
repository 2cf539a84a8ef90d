import type { Case } from '../../cases/case.ts'
import { tokens, valueAt } from '../../document/json-pointer.ts'
import { headerOf, isAnswer, type RawAnswer } from '../../exchanges/exchange.ts'
import type { Json, JsonObject } from '../../json.ts'
import { responseFor, type Link, type Operation } from '../../operations/operation.ts'
import type { Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/parse-answer.ts'

/** Path values from responses of other operations. The key is the operation that uses the values. */
export interface Linked {
  readonly values: ReadonlyMap<Operation, JsonObject>
}

/** The result if no operation gets a path value from a link. */
export const NO_LINKS: Linked = { values: new Map() }

/**
 * Finds values for path parameters that have no value in the document. If another operation has a response with a link
 * to such a parameter, a case of that operation is sent first, and its response contains the value. OpenAPI 3.1.1
 * §4.8.20. `send` sends one case with the values that are known so far.
 */
export async function followLinks(
  cases: readonly Case[],
  send: (aCase: Case, values: Linked['values']) => Promise<Execution>,
): Promise<Linked> {
  const values = new Map<Operation, JsonObject>()
  const calls = new Map<Operation, Execution>()
  const basic = basicCases(cases)
  const lacks = ({ send: { path = {} }, operation }: Case): string[] =>
    pathNames(operation).filter((name) => path[name] === undefined && values.get(operation)?.[name] === undefined)
  const call = async (aCase: Case): Promise<Execution> => {
    const known = calls.get(aCase.operation) ?? (await send(aCase, values))
    calls.set(aCase.operation, known)
    return known
  }
  for (let before = -1; before !== values.size;) {
    before = values.size
    for (const aCase of basic) {
      const { operation } = aCase
      if (lacks(aCase).length === 0) continue
      for (const from of basic.filter(
        (each) => linksTo(each.operation, operation).length > 0 && lacks(each).length === 0,
      )) {
        const given = valuesFrom(await call(from), operation)
        if (lacks(aCase).every((name) => given[name] !== undefined)) values.set(operation, given)
      }
    }
  }
  return { values }
}

/** Returns the first valid case of each operation. */
export function basicCases(cases: readonly Case[]): Case[] {
  const found = new Map<Operation, Case>()
  for (const each of cases) {
    if (each.expect.kind === 'accepted' && each.as === 'partner' && !found.has(each.operation))
      found.set(each.operation, each)
  }
  return [...found.values()]
}

/** Returns the names of an operation's path parameters. */
export function pathNames({ parameters }: Operation): string[] {
  return parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
}

/** True if a response of some other operation has a link to `target`. */
export function hasLinkTo(target: Operation, operations: readonly Operation[]): boolean {
  return operations.some((operation) => operation !== target && linksTo(operation, target).length > 0)
}

/** Returns those links in the responses of an operation that have the operation `target` as their target. */
function linksTo({ responses }: Operation, target: Operation): Link[] {
  return responses.flatMap(({ links }) => links).filter((link) => leadsTo(link, target))
}

function leadsTo({ operationId, operationRef }: Link, { id, path, method }: Operation): boolean {
  if (operationId !== undefined) return operationId === id
  const [, of, at] = tokens(operationRef?.slice(operationRef.indexOf('#') + 1) ?? '')
  return of === path && at?.toUpperCase() === method
}

/** Returns the path values for `target` that the links of a successful response contain. */
function valuesFrom(execution: Execution, target: Operation): JsonObject {
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer) || answer.status > 299) return {}
  const { links = [] } = responseFor(execution.case.operation, answer.status) ?? {}
  const entries = links
    .filter((link) => leadsTo(link, target))
    .flatMap(({ parameters }) => Object.entries(parameters))
    .flatMap(([name, expression]): [string, Json][] => {
      const value = evaluateExpression(expression, execution, answer)
      return value === undefined || typeof value === 'object' ? [] : [[name.replace(/^path\./, ''), value]]
    })
  const names = new Set(pathNames(target))
  return Object.fromEntries(entries.filter(([name]) => names.has(name)))
}

/**
 * Evaluates the runtime expression of a link. A value that is not an expression is a constant and is returned
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
