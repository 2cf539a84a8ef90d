import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { isAnswer, isSuccess } from '../../exchanges/exchange.ts'
import { findIdentifiers } from '../../journeys/find-identifiers.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { freshBody } from '../../journeys/fresh-body.ts'
import type { ProducedValue, Producer } from '../../journeys/operation-graph.ts'
import { pathKeys } from '../../journeys/path-value.ts'
import { isSameTemplate, renamedValues } from '../../journeys/same-template.ts'
import { asText, type Json, type JsonObject } from '../../json.ts'
import type { Operation } from '../../operations/operation.ts'
import { identifiersIn } from './identifiers-in.ts'
import { wholeBody } from './whole-body.ts'

/** The inputs for creating an object, and for proving that the object is new. */
export interface Making {
  readonly graph: readonly ProducedValue[]
  readonly basic: ReadonlyMap<Operation, Case>
  /** A short text of letters and digits that differs in each run. */
  readonly unique: string
  /**
   * The ids that the collection contains before the gate creates the object. Undefined if no operation lists the
   * collection.
   */
  readonly before: ReadonlySet<string> | undefined
  send(aCase: Case, path: JsonObject): Promise<Execution>
}

/** The result of requests that create objects. */
export interface MakeResult {
  /** The new objects. Later requests use the first one. The gate is allowed to change and delete all of them. */
  readonly made: readonly Made[]
  /**
   * The path values of an object that may have existed before. The gate is allowed to read this object, but not to
   * change it.
   */
  readonly shown?: JsonObject
}

/**
 * Creates objects with a POST. Some servers return an existing object instead. An object counts as new only if it passes
 * all of these checks:
 *
 * - A second POST with another unique text returns another new id. If the second POST is refused or returns no id, the
 *   first object counts only if its status is 201, which means that an object was created (RFC 9110 §15.3.2).
 * - If the status is 200 but the document defines a 201: the response contains the text `unique`. The gate puts this
 *   text into the request, and the text differs in each run.
 * - The id was not in the collection before. If the request contained the id, an earlier GET showed that no object had
 *   this id. If the response contains no id, a later GET shows that the object with the id of the request exists.
 * - The id is the value of the last parameter in the path. In `/orders/{tenant}/{id}`, this parameter is `id`: a POST
 *   creates the order, not the tenant.
 */
export async function makeObjects(
  aCase: Case,
  producer: Producer,
  value: ProducedValue,
  above: JsonObject,
  by: Making,
): Promise<MakeResult> {
  if (by.graph.some((other) => other.key.startsWith(`${value.key}/{`) && isMadeBy(producer, other))) return { made: [] }
  const first = await makeOne(aCase, producer, value, above, by)
  if (first === undefined) return { made: [] }
  if (!first.isNew) return { made: [], shown: first.path }
  const second = await makeOne(aCase, producer, value, above, { ...by, unique: `${by.unique}2` })
  const isOther = second?.isNew === true && asText(second.path[value.name]) !== asText(first.path[value.name])
  if (isOther) return { made: [first, second] }
  return second === undefined && first.isCreated ? { made: [first] } : { made: [], shown: first.path }
}

/** An object that a POST returned. */
export interface Made {
  readonly path: JsonObject
  /** The body of the POST. */
  readonly sent: Json | undefined
  /** True if the server answered 201. */
  readonly isCreated: boolean
  /**
   * False if the object may have existed before: its id was already in use. Or the status is 200 although the document
   * defines a 201, and the response lacks the text that is unique to the run.
   */
  readonly isNew: boolean
}

async function makeOne(
  aCase: Case,
  producer: Producer,
  value: ProducedValue,
  above: JsonObject,
  by: Making,
): Promise<Made | undefined> {
  const fresh = freshBody(aCase.operation, aCase.send.body, by.unique)
  const whole = freshBody(aCase.operation, wholeBody(aCase.operation, 1), by.unique)
  const planned = fresh === aCase.send.body ? [fresh] : [fresh, aCase.send.body]
  // The last body has all properties. It is for servers that demand properties which the document calls optional.
  const bodies = whole === undefined || sameValue(whole, fresh) ? planned : [...planned, whole]
  for (const body of bodies) {
    const chosen = body === undefined ? undefined : findIdentifiers(body, value, 'collection')[0]
    const path = { ...aCase.send.path, ...above }
    const isTaken = chosen !== undefined && !(await isFree(value, { ...path, [value.name]: chosen }, by))
    const execution = await by.send(
      { ...aCase, send: { ...aCase.send, ...(body === undefined ? {} : { body }) } },
      above,
    )
    const status = statusOf(execution) ?? 500
    if (status >= 500 || status === 401 || status === 403) return undefined
    if (status >= 300) continue
    const [shown] = identifiersIn(execution, producer, value)
    const isGuess = shown === undefined && chosen !== undefined && !isTaken
    const id = isGuess && (await isThere(value, { ...path, [value.name]: chosen }, by)) ? chosen : shown
    if (id === undefined) return undefined
    const isKnown = by.before?.has(asText(id)) === true || (isTaken && asText(id) === asText(chosen))
    const documentsCreation = aCase.operation.responses.some((each) => each.status === '201')
    return {
      path: { ...between(execution, producer, value, by), ...path, [value.name]: id },
      sent: execution.sent?.body ?? body,
      isCreated: status === 201,
      isNew: !isKnown && !(status === 200 && documentsCreation && !contains(execution, by.unique)),
    }
  }
  return undefined
}

function contains({ exchange }: Execution, text: string): boolean {
  const answer = exchange?.answer
  return answer !== undefined && isAnswer(answer) && answer.body.toString().includes(text)
}

/**
 * True if the documented GET shows that there is no object at the path. If the document has no such GET, returns true
 * if the ids in the collection are known. In this case, `makeOne` compares the new id with them.
 */
async function isFree(value: ProducedValue, path: JsonObject, by: Making): Promise<boolean> {
  const status = await read(value, path, by)
  return status === 'no GET' ? by.before !== undefined : status === 404 || status === 410
}

/**
 * True if the documented GET shows that the object exists. Needed if the response to the POST contains no id: the
 * server may have ignored the id in the request and chosen another one.
 */
async function isThere(value: ProducedValue, path: JsonObject, by: Making): Promise<boolean> {
  const status = await read(value, path, by)
  return status !== 'no GET' && isSuccess(status)
}

async function read(
  { key }: ProducedValue,
  path: JsonObject,
  { basic, send }: Making,
): Promise<number | 'no GET' | undefined> {
  const reading = [...basic.values()].find(
    ({ operation }) => operation.method === 'GET' && isSameTemplate(operation.path, key),
  )
  if (reading === undefined) return 'no GET'
  return statusOf(await send(reading, renamedValues(path, key, reading.operation.path)))
}

/**
 * Returns the values of the path parameters between a collection and the id of its object. Example: `tenant` in
 * `/orders/{tenant}/{id}`.
 */
function between(execution: Execution, producer: Producer, value: ProducedValue, { graph }: Making): JsonObject {
  const found = graph.flatMap((other): [string, Json][] => {
    if (other === value || !pathKeys(value.key).includes(other.key) || !isMadeBy(producer, other)) return []
    const [id] = identifiersIn(execution, { ...producer, kind: 'list' }, other)
    return id === undefined ? [] : [[other.name, id]]
  })
  return Object.fromEntries(found)
}

function isMadeBy({ operation }: Producer, { producers }: ProducedValue): boolean {
  return producers.some((each) => each.operation === operation && each.kind === 'create')
}
