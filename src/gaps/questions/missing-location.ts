import { isAnswer } from '../../exchanges/exchange.ts'
import { askedOf } from '../ask.ts'
import type { FaultKind, Question } from '../gap.ts'
import type { Recorded } from '../recorded.ts'
import { rootPlace } from '../root-place.ts'

const MISSING_LOCATION: FaultKind = {
  id: 'missing-location',
  weight: 'lenient',
  sentence: 'does not say where a new resource is',
}

/**
 * The fault: the response to a creation lacks `Location`. Tried if the header is optional and every recorded response
 * has it. RFC 9110 §15.3.2.
 */
export function missingLocation(recorded: Recorded): Question[] {
  const { contract, response, answers } = recorded
  const header = response.headers.find(({ name }) => name.toLowerCase() === LOCATION)
  const place = header === undefined ? undefined : rootPlace(contract.operation.document, header.address)
  if (header === undefined || header.required || place === undefined || response.status !== '201') return []
  const altered = answers.flatMap(({ judgement: original }) => {
    const { exchange } = original.execution
    if (exchange === undefined || !isAnswer(exchange.answer)) return []
    const { answer } = exchange
    const headers = answer.headers.filter(([name]) => name.toLowerCase() !== LOCATION)
    if (headers.length === answer.headers.length) return []
    return [{ original, altered: { ...original.execution, exchange: { ...exchange, answer: { ...answer, headers } } } }]
  })
  if (altered.length < answers.length) return []
  return [
    {
      kind: MISSING_LOCATION,
      ...askedOf(recorded),
      probes: [{ field: header.name, altered }],
      ways: [() => ({ ...place, update: { required: true } })],
    },
  ]
}

const LOCATION = 'location'
