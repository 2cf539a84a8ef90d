import { statusOf, type Execution } from '../../evidence/execution.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { documentsCreation } from '../../journeys/item-creators.ts'
import { asText, isObject, type Json, type JsonObject } from '../../json.ts'
import type { MadeObject } from './gather-values.ts'
import { identifiersIn } from './identifiers-in.ts'
import { objectKey } from './object-key.ts'

/**
 * Returns the objects that the cases created, so that the gate can delete them. Leaves out objects that the gate
 * created only to get an id (`made`). An object counts as new only if all of this is true:
 *
 * - Its id was neither in the collection before nor in the request.
 * - The operation also created an object in `made`.
 * - The status was 201, or the document defines no 201 and the same body was sent again: the server then created
 *   another object or refused the body (`refusedAgain`).
 */
export function madeByCases(
  accepted: readonly Execution[],
  made: readonly MadeObject[],
  refusedAgain: readonly Execution[],
): MadeObject[] {
  const keyOf = ({ value, path }: MadeObject): string => objectKey(value, path[value.name])
  const known = new Set(made.map(keyOf))
  return made.flatMap((first) => {
    const producer = first.value.producers.find(({ operation }) => operation === first.by)
    if (producer === undefined) return []
    const found = accepted.flatMap((execution) => {
      const isSame = execution.case.operation === first.by && execution.case.method === undefined
      const [id] = isSame && statusOf(execution) !== 202 ? identifiersIn(execution, producer, first.value) : []
      return id === undefined ? [] : [{ execution, id }]
    })
    const documents201 = documentsCreation(first.by)
    const refused = refusedAgain.filter(({ case: { operation } }) => operation === first.by)
    const repeated = [...bodiesOfTwo(found.map(({ execution }) => execution)), ...refused.map(bodyOf)]
    const isNew = (execution: Execution): boolean => {
      if (statusOf(execution) === 201) return true
      const names = Object.keys(bodyOf(execution))
      return !documents201 && repeated.some((body) => names.every((name) => Object.hasOwn(body, name)))
    }
    // If two responses contain the same id, the server may return existing objects. No object of this operation then
    // counts as new.
    if (new Set(found.map(({ id }) => asText(id))).size < found.length) return []
    return found.flatMap(({ execution, id }): MadeObject[] => {
      const each = { ...first, path: { ...first.path, ...execution.sent?.path, [first.value.name]: id } }
      if (first.before.has(asText(id)) || known.has(keyOf(each))) return []
      if (!isNew(execution) || isChosen(id, execution.sent?.body)) return []
      known.add(keyOf(each))
      return [each]
    })
  })
}

function bodyOf({ sent }: Execution): JsonObject {
  return isObject(sent?.body) ? sent.body : {}
}

/** Returns the bodies that at least two executions sent. */
function bodiesOfTwo(executions: readonly Execution[]): JsonObject[] {
  const bodies = executions.map(bodyOf)
  return bodies.filter((body, index) => bodies.findIndex((other) => sameValue(body, other)) < index)
}

/**
 * True if the request contained the id. The object may then have existed before, because some servers answer 201 when
 * they replace an object.
 */
function isChosen(id: Json, body: Json | undefined): boolean {
  return isObject(body) && Object.values(body).some((each) => typeof each !== 'object' && asText(each) === asText(id))
}
