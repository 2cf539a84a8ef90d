import { statusOf } from '../../evidence/execution.ts'
import { asText } from '../../json.ts'
import type { Judgement } from '../../verdicts/judge.ts'
import type { MadeObject } from './gather-values.ts'
import { identifiersIn } from './identifiers-in.ts'

/**
 * Lists the objects that the cases of a run made, except objects that were made to get an identifier. An object is
 * listed only if the server answered 201, if the same operation also made an object to get an identifier, and if the
 * new identifier was not in the collection before. Any other object may have existed before the run.
 */
export function madeByCases(judgements: readonly Judgement[], made: readonly MadeObject[]): MadeObject[] {
  const keyOf = ({ value, path }: MadeObject): string => `${value.key} ${asText(path[value.name])}`
  const known = new Set(made.map(keyOf))
  return made.flatMap((first) => {
    const producer = first.value.producers.find(({ operation }) => operation === first.by)
    if (producer === undefined) return []
    return judgements.flatMap(({ execution }): MadeObject[] => {
      const isSame = execution.case.operation === first.by && execution.case.method === undefined
      if (!isSame || statusOf(execution) !== 201) return []
      const [id] = identifiersIn(execution, producer, first.value)
      const each = { ...first, path: { ...first.path, ...execution.sent?.path, [first.value.name]: id ?? '' } }
      if (id === undefined || first.before.has(asText(id)) || known.has(keyOf(each))) return []
      known.add(keyOf(each))
      return [each]
    })
  })
}
