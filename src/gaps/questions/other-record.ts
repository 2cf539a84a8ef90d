import { pointer } from '../../document/json-pointer.ts'
import { isObject, type Json } from '../../json.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { typesOf } from '../../schemas/types-of.ts'
import { otherValue, withBody, withAltered } from '../alter.ts'
import { byInvariants, askedOf, slug } from '../ask.ts'
import { celProperty } from '../cel.ts'
import type { FaultKind, Question } from '../gap.ts'
import type { Recorded } from '../recorded.ts'

const OTHER_RECORD: FaultKind = {
  id: 'other-record',
  weight: 'harm',
  sentence: 'returns another record than the one in the path',
}

/** Matches the usual names of properties that identify an object. */
const IDENTIFIER = /^(?:_?id|uuid|guid|key|slug|code|name|number|username|login)$|[a-z]I[dD]$|_id$|uuid$/

/**
 * The fault: the response contains another object than the one in the path. Tried if an identifying property equals the
 * value of the last path parameter in all recorded responses.
 */
export function otherRecord(recorded: Recorded): Question[] {
  const { contract, answers, schema } = recorded
  const [, name] = /\{([^{}]+)\}$/.exec(contract.operation.path) ?? []
  if (name === undefined) return []
  const asked = (each: (typeof answers)[number]): Json | undefined => each.judgement.execution.sent?.path[name]
  const [first] = answers
  if (first === undefined || !isObject(first.body)) return []
  const field = Object.keys(first.body).find(
    (each) =>
      (each === name || IDENTIFIER.test(each)) &&
      propertySchema(schema, each) !== undefined &&
      answers.every((answer) => {
        const [received, wanted] = [isObject(answer.body) ? answer.body[each] : undefined, asked(answer)]
        return received != null && wanted !== undefined && String(received) === String(wanted)
      }),
  )
  const own = field === undefined ? undefined : propertySchema(schema, field)
  if (field === undefined || own === undefined) return []
  const altered = answers.flatMap(({ judgement: original, body }) => {
    const other = isObject(body) ? otherValue(own, body[field] ?? null) : undefined
    if (other === undefined) return []
    return [{ original, altered: withBody(original.execution, withAltered(body, pointer(field), other)) }]
  })
  const parameter = contract.operation.parameters.find((each) => each.in === 'path' && each.name === name)?.schema
  const isSameType = parameter !== undefined && typesOf(parameter).join() === typesOf(own).join()
  const [shown, wanted] = [celProperty('self', field), celProperty('request.path', name)]
  return [
    {
      kind: OTHER_RECORD,
      ...askedOf(recorded),
      probes: altered.length === 0 ? [] : [{ field, altered }],
      ways: [
        byInvariants(recorded, () => ({
          id: `is-the-record-of-${slug(name)}`,
          rule: isSameType ? `${shown} == ${wanted}` : `string(${shown}) == string(${wanted})`,
          message: `${field} is the ${name} of the path`,
        })),
      ],
    },
  ]
}
