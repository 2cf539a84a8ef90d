import { pointer } from '../../document/json-pointer.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { withBody, withAltered } from '../alter.ts'
import { byInvariants, askedOf } from '../ask.ts'
import { celProperty } from '../cel.ts'
import type { FaultKind, Question } from '../gap.ts'
import { recordedList } from '../lists.ts'
import type { Recorded } from '../recorded.ts'

const REPEATED_RECORD: FaultKind = {
  id: 'repeated-record',
  weight: 'wrong',
  sentence: 'lists the same record twice',
}

/**
 * The fault: a list contains an object twice. Tried if the values of an identifying property are unique in all recorded
 * lists.
 */
export function repeatedRecord(recorded: Recorded): Question[] {
  const found = recordedList(recorded)
  const [longest] = (found?.answers ?? []).toSorted((one, other) => other.items.length - one.items.length)
  if (found === undefined || longest === undefined || longest.items.length < 2) return []
  const field = Object.keys(longest.items[0] ?? {}).find((name) => {
    const isUnique = found.answers.every(({ items }) => {
      const values = items.map((item) => item[name])
      return values.every((each) => each != null) && new Set(values.map(String)).size === items.length
    })
    return (
      isIdentifier(name, recorded.contract.operation.path) && propertySchema(found.item, name) !== undefined && isUnique
    )
  })
  if (field === undefined) return []
  const { property, cel } = found
  const altered = found.answers.flatMap(({ judgement: original, body, items }) => {
    const twice = [...items, ...items.slice(0, 1)]
    if (items.length === 0) return []
    const other = property === undefined ? twice : withAltered(body, pointer(property), twice)
    return [{ original, altered: withBody(original.execution, other) }]
  })
  return [
    {
      kind: REPEATED_RECORD,
      ...askedOf(recorded),
      probes: [{ field, altered }],
      ways: [
        byInvariants(recorded, () => ({
          id: 'lists-each-record-once',
          rule: `${cel}.all(one, ${cel}.filter(other, ${celProperty('other', field)} == ${celProperty('one', field)}).size() == 1)`,
          message: `no two items have the same ${field}`,
        })),
      ],
    },
  ]
}

/** True for `id`, `uuid`, and the name of the collection with `id`, such as `orderId` in `/orders`. */
function isIdentifier(name: string, path: string): boolean {
  const collection = path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? ''
  const noun = collection.replace(/ies$/, 'y').replace(/s$/, '')
  return ['id', 'uuid', 'guid', `${noun}id`].includes(name.replaceAll(/[_-]/g, '').toLowerCase())
}
