import { statusOf, type Execution } from '../../evidence/execution.ts'
import { parseAnswer } from '../../evidence/response/parse-answer.ts'
import { headerOf, isAnswer } from '../../exchanges/exchange.ts'
import { findIdentifiers, valueInUrl } from '../../journeys/find-identifiers.ts'
import type { ProducedValue } from '../../journeys/operation-graph.ts'
import { pathKeys, plainPath } from '../../journeys/path-value.ts'
import { wordsOf } from '../../journeys/words.ts'
import type { Operation } from '../../operations/operation.ts'
import { linkValues } from './link-values.ts'
import { objectKey } from './object-key.ts'
import type { RemovedObject } from './remove-made.ts'

/**
 * Returns a list with one sentence about the accepted requests that may have left objects on the server, other than the
 * requests that created an object in `objects`. The list is empty if there are no such requests.
 */
export function describeLeft(
  accepted: readonly Execution[],
  objects: readonly RemovedObject[],
  graph: readonly ProducedValue[],
): string[] {
  const listed = new Set(objects.map(({ value, path }) => objectKey(value, path[value.name])))
  const before = new Set(objects.flatMap(({ value, before: ids }) => [...ids].map((id) => objectKey(value, id))))
  const removed = new Set(
    objects.flatMap(({ value, path, removedBy }) =>
      removedBy === undefined ? [] : [objectKey(value, path[value.name])],
    ),
  )
  const counts = new Map<Operation, number>()
  for (const execution of accepted) {
    const { operation, method = operation.method } = execution.case
    if (!mayMake(operation, method, execution)) continue
    const sent = execution.sent?.path ?? {}
    const above = graph.filter(({ key }) => pathKeys(operation.path).includes(key) && key !== plainPath(operation.path))
    // Deleting an object also deletes the objects below its path, so these are not left on the server.
    if (above.some((value) => removed.has(objectKey(value, sent[value.name])))) continue
    const { ids, isSeveral } = idsIn(execution, graph)
    const isKnown = (id: string): boolean => listed.has(id) || before.has(id)
    if (isSeveral ? ids.every(isKnown) : ids.some(isKnown)) continue
    counts.set(operation, (counts.get(operation) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const made = [...counts].map(
    ([{ method, path }, count]) => `${method} ${path} (${count} accepted ${count === 1 ? 'request' : 'requests'})`,
  )
  return [`${made.join(', ')}: the gate does not know what these requests made or changed, and did not undo it`]
}

/** Words in the names of POST operations that only read, check or sign in, so they leave no object. */
const READS: ReadonlySet<string> = new Set(
  'search find query count check validate verify preview lookup login signin token auth evaluate calculate render parse ping get list read show fetch export graphql'.split(
    ' ',
  ),
)

function mayMake({ id, path }: Operation, method: string, execution: Execution): boolean {
  // An update of an object that does not exist may create one, perhaps with another id.
  if (execution.case.journey?.step === 'update-absent') return true
  if (method === 'PUT') return statusOf(execution) === 201
  if (method !== 'POST') return false
  const last = plainPath(path).split('/').at(-1) ?? ''
  return ![wordsOf(id)[0], ...(last.startsWith('{') ? [] : wordsOf(last))].some((word) => READS.has(word ?? ''))
}

/** Returns the ids of the objects that a request and its response contain. */
function idsIn(
  execution: Execution,
  graph: readonly ProducedValue[],
): { readonly ids: readonly string[]; readonly isSeveral: boolean } {
  const { operation } = execution.case
  const answer = execution.exchange?.answer
  if (answer === undefined || !isAnswer(answer)) return { ids: [], isSeveral: false }
  const location = headerOf(answer, 'location')
  const body = parseAnswer(answer.body, headerOf(answer, 'content-type'))
  let isSeveral = false
  const ids = graph.flatMap((value) => {
    if (value.key === plainPath(operation.path)) return [objectKey(value, execution.sent?.path[value.name])]
    const producer = value.producers.find((each) => each.operation === operation)
    if (producer === undefined) return []
    const listed = body.kind === 'json' ? findIdentifiers(body.value, value, producer.relation) : []
    isSeveral ||= listed.length > 1
    const others = [
      ...linkValues(execution, answer, value),
      ...(location === undefined ? [] : [valueInUrl(location, value) ?? null]),
      ...findIdentifiers(execution.sent?.body ?? null, value, 'collection').slice(0, 1),
    ]
    return [...listed, ...(listed.length > 1 ? [] : others)].map((id) => objectKey(value, id))
  })
  return { ids, isSeveral }
}
