import { setTimeout as wait } from 'node:timers/promises'
import type { Case } from '../../cases/case.ts'
import { statusOf, type Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { headerOf, isSuccess } from '../../exchanges/exchange.ts'
import { findIdentifiers } from '../../journeys/find-identifiers.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { plainPath } from '../../journeys/path-value.ts'
import { asText, type Json, type JsonObject } from '../../json.ts'
import { executeCase, type ExecuteCase } from '../execute/execute-case.ts'
import { readWithGet } from '../execute/read-with-get.ts'
import { isReader, PATIENCE } from '../execute/second-read.ts'
import { pathNames } from '../gather/basic-cases.ts'
import { freshId, isUnmistakableId } from '../gather/fresh-id.ts'
import { uniqueText } from '../gather/gather-for-run.ts'
import type { MadeObject } from '../gather/gather-values.ts'
import { withId } from '../gather/make-chosen.ts'
import { readItem } from './read-item.ts'

/** The execution of a write to an id that does not exist, and the object that the write created, if any. */
export interface AbsentExecution {
  readonly execution: Execution
  readonly made?: MadeObject
}

/**
 * Sends a write to a new id. First, a read must show that no object has this id. If the document has no such read, the
 * id must be one that cannot exist by chance. After an accepted update or POST, reads the object.
 */
export async function executeAbsent(aCase: Case, value: ProducedValue, context: ExecuteCase): Promise<AbsentExecution> {
  const { operation, send } = aCase
  const facts = { case: aCase, target: { name: context.target.name, shows: context.target.shows } }
  const nothing = (because: string): AbsentExecution => ({
    execution: { ...facts, without: { kind: 'not-applicable', because } },
  })
  const id = freshId(value.parameter ?? {}, `${uniqueText(context.clock)}${operation.method.toLowerCase()}`)
  if (id === undefined) return nothing('the gate cannot make up an id that is certainly unused')
  const path = { ...context.gathered?.get(operation), ...send.path, [value.name]: id }
  if (pathNames(operation).some((name) => path[name] === undefined)) return nothing('a value of the path is missing')
  if (!(await isAbsent(id, value, path, context)))
    return nothing('the gate could not confirm with a GET that the id is unused')
  const own = withId({ ...aCase, send: { ...send, path } }, value.name, id)
  const execution = { ...(await executeCase(own, {}, context)), case: aCase }
  const isUpdate = aCase.journey?.step === 'update-absent'
  if (aCase.journey?.step === 'delete-absent' || !isSuccess(statusOf(execution))) return { execution }
  let readStatus = (await readItem(value, path, context))?.status
  if (readStatus === 404) {
    await wait(PATIENCE)
    readStatus = (await readItem(value, path, context))?.status
  }
  const object = { value, by: operation, path, sent: execution.sent?.body, before: new Set<string>() }
  // If the path of the write continues after the id of the object, as in `/orders/7/items`, reading the object
  // `/orders/7` does not show what the write did.
  const isItem = plainPath(operation.path) === value.key
  return {
    execution: { ...execution, ...(isItem && readStatus !== undefined ? { readStatus } : {}) },
    ...(isSuccess(readStatus) || (readStatus === undefined && isItem && isUpdate) ? { made: object } : {}),
  }
}

async function isAbsent(id: Json, value: ProducedValue, path: JsonObject, context: ExecuteCase): Promise<boolean> {
  const status = (await readItem(value, path, context))?.status
  if (status === 404 || status === 410) return true
  const isRefused = status === undefined || (status >= 400 && ![401, 403, 429].includes(status) && status < 500)
  if (!isRefused) return false
  return isUnmistakableId(id) || (await isUnlisted(id, value, path, context))
}

/** True if the documented list contains at least one id, but not this id. */
async function isUnlisted(id: Json, value: ProducedValue, path: JsonObject, context: ExecuteCase): Promise<boolean> {
  const lister = value.producers.find(({ kind, relation }) => kind === 'list' && relation === 'collection')
  if (lister === undefined || !isReader(lister.operation)) return false
  const answer = await readWithGet(lister.operation, path, context)
  const body = answer?.status === 200 ? parseAnswer(answer.body, headerOf(answer, 'content-type')) : undefined
  const ids = body?.kind === 'json' ? findIdentifiers(body.value, value, lister.relation) : []
  return ids.length > 0 && ids.every((each) => asText(each) !== asText(id))
}
