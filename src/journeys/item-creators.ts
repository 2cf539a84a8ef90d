import type { Operation } from '../operations/operation.ts'
import type { ProducedValue } from './operation-graph.ts'
import { isEnumerated, plainPath, type PathValue } from './path-value.ts'

/**
 * Returns the operations that can create an object whose id the client chooses, the best first. These are PUT and POST
 * on the object's path (RFC 9110 §9.3.4). If a POST on the collection creates such objects too, only operations that
 * document 201 count. Returns an empty list if no GET shows whether an id is free, or if the user listed the producers.
 */
export function itemCreators(value: ProducedValue): readonly Operation[] {
  const onItem = value.consumers.filter(({ path }) => plainPath(path) === value.key)
  if (value.isCorrected || isEnumerated(value) || !onItem.some(({ method }) => method === 'GET')) return []
  const hasOther = value.producers.some(({ kind }) => kind === 'create')
  return onItem
    .filter((each) => ['PUT', 'POST'].includes(each.method) && (documentsCreation(each) || !hasOther))
    .toSorted((one, other) => rank(one) - rank(other))
}

/** True for a POST that is on an object's path and documents 201. Each request of this kind needs a new id. */
export function makesChosenId({ method, path, responses }: Operation, value: PathValue): boolean {
  return method === 'POST' && plainPath(path) === value.key && documentsCreation({ responses }) && !isEnumerated(value)
}

/** True if the operation documents the status 201. */
export function documentsCreation({ responses }: Pick<Operation, 'responses'>): boolean {
  return responses.some(({ status }) => status === '201')
}

function rank(operation: Operation): number {
  return (
    (documentsCreation(operation) ? 0 : 2) + (operation.method === 'POST' ? (documentsCreation(operation) ? 0 : 1) : 0)
  )
}
