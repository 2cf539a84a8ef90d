import { statusOf, type Execution } from '../../evidence/execution.ts'
import { asText, isObject, type Json } from '../../json.ts'
import type { MadeObject } from './gather-values.ts'
import { identifiersIn } from './identifiers-in.ts'

/**
 * Lists the objects that the cases of a run made, except objects that were made to get an identifier. An object is
 * listed only if the server answered 201, if the same operation also made an object to get an identifier, and if the
 * new identifier was not in the collection before. Any other object may have existed before the run.
 */
export function madeByCases(accepted: readonly Execution[], made: readonly MadeObject[]): MadeObject[] {
  const keyOf = ({ value, path }: MadeObject): string => `${value.key} ${asText(path[value.name])}`
  const known = new Set(made.map(keyOf))
  return made.flatMap((first) => {
    const producer = first.value.producers.find(({ operation }) => operation === first.by)
    if (producer === undefined) return []
    const found = accepted.flatMap((execution) => {
      const isSame = execution.case.operation === first.by && execution.case.method === undefined
      const [id] = isSame && statusOf(execution) === 201 ? identifiersIn(execution, producer, first.value) : []
      return id === undefined ? [] : [{ execution, id }]
    })
    // A server that answers 201 twice with the same object answers 201 for existing objects too.
    if (new Set(found.map(({ id }) => asText(id))).size < found.length) return []
    return found.flatMap(({ execution, id }): MadeObject[] => {
      const each = { ...first, path: { ...first.path, ...execution.sent?.path, [first.value.name]: id } }
      if (first.before.has(asText(id)) || known.has(keyOf(each))) return []
      if (isChosen(id, execution.sent?.body)) return []
      known.add(keyOf(each))
      return [each]
    })
  })
}

/** True if the request contained the identifier. The object may have existed before, because 201 may also replace it. */
function isChosen(id: Json, body: Json | undefined): boolean {
  return isObject(body) && Object.values(body).some((each) => typeof each !== 'object' && asText(each) === asText(id))
}
