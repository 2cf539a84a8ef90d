import { pointer } from '../../document/json-pointer.ts'
import { headerOf, isAnswer } from '../../exchanges/exchange.ts'
import { isObject } from '../../json.ts'
import { isDateTime } from '../../schemas/formats.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { later, withBody, withLater, withAltered } from '../alter.ts'
import { byInvariants, askedOf, slug } from '../ask.ts'
import { celProperty } from '../cel.ts'
import type { Altered, FaultKind, Question } from '../gap.ts'
import type { Recorded, RecordedAnswer } from '../recorded.ts'

const STAMP: FaultKind = {
  id: 'stamp',
  weight: 'wrong',
  sentence: 'sets a time that is wrong by an hour',
}

const MINUTE = 60_000

/**
 * The fault: the time of a write is wrong by one hour. Tried for date-times that the request does not send. In all
 * recorded responses they must be within one minute of the server's clock.
 */
export function stamp(recorded: Recorded): Question[] {
  const { contract, answers, schema } = recorded
  const [first] = answers
  if (contract.operation.method === 'GET' || first === undefined || !isObject(first.body)) return []
  const fields = Object.keys(first.body).filter(
    (name) => propertySchema(schema, name) !== undefined && answers.every((answer) => isNow(answer, name)),
  )
  const altered = (field: string): Altered[] =>
    answers.flatMap(({ judgement: original, body }) => {
      const value = isObject(body) ? body[field] : undefined
      if (typeof value !== 'string') return []
      const other = later(value)
      const execution = withBody(original.execution, withAltered(body, pointer(field), other))
      const isStored = original.execution.later?.subject?.[field] === value
      return [{ original, altered: isStored ? withLater(execution, field, other) : execution }]
    })
  if (fields.length === 0) return []
  return [
    {
      kind: STAMP,
      ...askedOf(recorded),
      probes: fields.map((field) => ({ field, altered: altered(field) })),
      ways: [
        byInvariants(recorded, (field) => {
          const [own, now] = [`timestamp(${celProperty('self', field)})`, 'timestamp(response.date)']
          return {
            id: `sets-${slug(field)}-to-now`,
            rule: `${own} - ${now} < duration("60s") && ${now} - ${own} < duration("60s")`,
            message: `${field} is the time of the request, give or take a minute`,
          }
        }),
      ],
    },
  ]
}

/**
 * True if the request did not send the property, and the value of the property in the response is within one minute of
 * the header `Date`. If the response has no `Date`, the machine's clock counts.
 */
function isNow({ judgement: { execution }, body }: RecordedAnswer, name: string): boolean {
  const value = isObject(body) ? body[name] : undefined
  const sent = execution.sent?.body
  const answer = execution.exchange?.answer
  if (typeof value !== 'string' || !isDateTime(value) || answer === undefined || !isAnswer(answer)) return false
  if (isObject(sent) && Object.hasOwn(sent, name)) return false
  const now = Date.parse(headerOf(answer, 'date') ?? execution.exchange?.sentAt ?? '')
  return Math.abs(Date.parse(value.toUpperCase()) - now) < MINUTE
}
