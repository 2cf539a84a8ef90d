import { pointer } from '../../document/json-pointer.ts'
import { sameValue } from '../../evidence/same-value.ts'
import { rootPlace } from '../root-place.ts'
import { asText, isObject, type Json } from '../../json.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { isDateTime } from '../../schemas/formats.ts'
import { otherValue, withBody, withLater, withAltered } from '../alter.ts'
import { askedOf, byInvariants, slug } from '../ask.ts'
import { celProperty } from '../cel.ts'
import type { Altered, FaultKind, Probe, Question } from '../gap.ts'
import type { Recorded, RecordedAnswer } from '../recorded.ts'

const SENT_VALUE: FaultKind = {
  id: 'sent-value',
  weight: 'harm',
  sentence: 'stores or returns another value than the request sends',
}

/**
 * The fault: the server stores or returns another value than the request sends. Tried for each property that had the
 * sent value in all recorded responses.
 */
export function sentValue(recorded: Recorded): Question[] {
  const { operation } = recorded.contract
  if (!['POST', 'PUT', 'PATCH'].includes(operation.method)) return []
  const names = recorded.answers.flatMap(({ judgement }) => {
    const sent = judgement.execution.sent?.body
    return isObject(sent) ? Object.keys(sent) : []
  })
  const probes = [...new Set(names)].flatMap((field) => probesOf(field, recorded))
  if (probes.length === 0) return []
  const place = rootPlace(operation.document, operation.address)
  const isPatch = operation.method === 'PATCH' && operation.update === undefined
  return [
    {
      kind: SENT_VALUE,
      ...askedOf(recorded),
      probes,
      ways: [
        () => (place === undefined || !isPatch ? undefined : { ...place, update: { 'x-update': 'partial' } }),
        byInvariants(recorded, (field) => {
          const isTime = recorded.answers.some(({ judgement }) => isDateTime(asText(sentOf(judgement, field))))
          const [own, sent] = [celProperty('self', field), celProperty('request.body', field)]
          return {
            id: `returns-sent-${slug(field)}`,
            rule: isTime ? `timestamp(${own}) == timestamp(${sent})` : `${own} == ${sent}`,
            message: `${field} has the value of the request`,
          }
        }),
      ],
    },
  ]
}

function sentOf({ execution }: RecordedAnswer['judgement'], field: string): Json | undefined {
  const sent = execution.sent?.body
  return isObject(sent) && Object.hasOwn(sent, field) ? sent[field] : undefined
}

function probesOf(field: string, { schema, answers }: Recorded): Probe[] {
  const own = propertySchema(schema, field)
  const having = answers.filter(
    ({ judgement, body }) => sentOf(judgement, field) != null && isObject(body) && Object.hasOwn(body, field),
  )
  const isReturned = ({ judgement, body }: RecordedAnswer): boolean =>
    isObject(body) && sameValue(sentOf(judgement, field), body[field])
  if (own === undefined || !having.every(isReturned)) return []
  const [stored, returned]: [Altered[], Altered[]] = [[], []]
  for (const { judgement: original, body } of having) {
    const { execution } = original
    const value = isObject(body) ? body[field] : undefined
    const other = value == null ? undefined : otherValue(own, value, [execution.before?.subject?.[field]])
    if (other === undefined) continue
    const altered = withBody(execution, withAltered(body, pointer(field), other))
    returned.push({ original, altered })
    stored.push({ original, altered: withLater(altered, field, other) })
  }
  return stored.length === 0 ? [] : [stored, returned].map((altered) => ({ field, altered }))
}
