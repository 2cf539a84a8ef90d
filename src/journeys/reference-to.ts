import type { ProducedValue } from './operation-graph.ts'
import { collectionNoun, pathKeys, splitName } from './path-value.ts'

/** Words at the end of a name that mean an id. */
const IDS: ReadonlySet<string> = new Set('id uuid guid uid pid key slug code'.split(' '))

/**
 * Returns the path parameter that a field refers to: for the field `petId`, the id in `/pets/{id}`. Returns undefined
 * if the name of the field contains no noun, or if no POST creates objects of this kind.
 */
export function referenceTo(name: string, graph: readonly ProducedValue[]): ProducedValue | undefined {
  const { noun, suffix } = splitName(name)
  if (noun === '' || !IDS.has(suffix.at(-1) ?? '')) return undefined
  return graph.find(
    (value) =>
      value.noun === noun &&
      collectionNoun(value.key) === noun &&
      pathKeys(value.key).length === 1 &&
      value.producers.some(({ kind }) => kind === 'create'),
  )
}
