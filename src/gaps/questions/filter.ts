import { pointer } from '../../document/json-pointer.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { typesOf } from '../../schemas/types-of.ts'
import { otherValue, withBody, withAltered } from '../alter.ts'
import { byInvariants, askedOf, slug } from '../ask.ts'
import { celHas, celProperty } from '../cel.ts'
import type { Altered, FaultKind, Question } from '../gap.ts'
import { recordedList } from '../lists.ts'
import type { Recorded } from '../recorded.ts'

const FILTER: FaultKind = {
  id: 'filter',
  weight: 'wrong',
  sentence: 'lists records that the query excludes',
}

/**
 * The fault: a list contains objects that a query parameter should exclude. Tried for parameters that have the name of
 * a property, if all recorded objects have the requested value.
 */
export function filter(recorded: Recorded): Question[] {
  const { operation } = recorded.contract
  const found = operation.method === 'GET' ? recordedList(recorded) : undefined
  if (found === undefined) return []
  const filters = operation.parameters.flatMap(({ in: place, name, schema: asked }) => {
    const own = place === 'query' ? propertySchema(found.item, name) : undefined
    if (own === undefined || asked === undefined) return []
    const having = found.answers.filter(({ judgement }) => judgement.execution.sent?.query[name] !== undefined)
    const isKept = having.every(({ judgement, items }) =>
      items.every((item) => String(item[name]) === String(judgement.execution.sent?.query[name])),
    )
    const altered = having.flatMap(({ judgement: original, body, items }): Altered[] => {
      const [first] = items
      const other = first === undefined ? undefined : otherValue(own, first[name] ?? null)
      if (other === undefined) return []
      const at = pointer(...(found.property === undefined ? [] : [found.property]), 0, name)
      return [{ original, altered: withBody(original.execution, withAltered(body, at, other)) }]
    })
    return isKept && altered.length > 0
      ? [{ name, altered, isSame: typesOf(own).join() === typesOf(asked).join() }]
      : []
  })
  if (filters.length === 0) return []
  const isSame = (name: string): boolean => filters.some((each) => each.name === name && each.isSame)
  return [
    {
      kind: FILTER,
      ...askedOf(recorded),
      probes: filters.map(({ name, altered }) => ({ field: name, altered })),
      ways: [
        byInvariants(recorded, (name) => {
          const [own, asked] = [celProperty('item', name), celProperty('request.query', name)]
          return {
            id: `filters-by-${slug(name)}`,
            when: celHas('request.query', name),
            rule: `${found.cel}.all(item, ${isSame(name) ? `${own} == ${asked}` : `string(${own}) == string(${asked})`})`,
            message: `each item has the ${name} of the query`,
          }
        }),
      ],
    },
  ]
}
