import { pointer } from '../../document/json-pointer.ts'
import { isObject, type Json } from '../../json.ts'
import { isDate, isDateTime, isUuid } from '../../schemas/formats.ts'
import { listKeywords } from '../../schemas/list-keywords.ts'
import { propertySchema } from '../../schemas/property-schema.ts'
import { withBody, withAltered } from '../alter.ts'
import { askedOf } from '../ask.ts'
import type { FaultKind, Question } from '../gap.ts'
import type { Recorded } from '../recorded.ts'
import { isResponseOnly } from '../response-only.ts'
import { rootPlace } from '../root-place.ts'

const FREE_TEXT: FaultKind = {
  id: 'free-text',
  weight: 'lenient',
  sentence: 'returns any other text in place of a time or a UUID',
}

const FORMATS: readonly (readonly [format: string, has: (text: string) => boolean])[] = [
  ['date-time', isDateTime],
  ['date', isDate],
  ['uuid', isUuid],
]

/**
 * The fault: a property that contains a time or a UUID gets an arbitrary text. Tried if the schema of the property has
 * no keyword of `LIMITS` and is used in no request. In addition, the recorded responses must contain at least two values
 * of the property: only date-times, only dates or only UUIDs.
 */
export function freeText(recorded: Recorded): Question[] {
  const { contract, answers, schema } = recorded
  const { document } = contract.operation
  const names = new Set(answers.flatMap(({ body }) => (isObject(body) ? Object.keys(body) : [])))
  return [...names].flatMap((name): Question[] => {
    const own = propertySchema(schema, name)
    if (own === undefined || listKeywords(own, 'response').some(({ name: keyword }) => LIMITS.has(keyword))) return []
    const place = rootPlace(document, own.address)
    const values = answers.map(({ body }) => (isObject(body) ? body[name] : undefined)).filter((each) => each != null)
    const format = FORMATS.find(([, has]) => values.every((each) => isText(each) && has(each)))?.[0]
    if (format === undefined || values.length < 2 || place === undefined) return []
    if (!isResponseOnly(document, own.address)) return []
    const altered = answers.flatMap(({ judgement: original, body }) =>
      isObject(body) && body[name] != null
        ? [{ original, altered: withBody(original.execution, withAltered(body, pointer(name), 'x')) }]
        : [],
    )
    return [
      {
        kind: FREE_TEXT,
        ...askedOf(recorded),
        probes: [{ field: name, altered }],
        ways: [() => ({ ...place, update: { format } })],
      },
    ]
  })
}

const LIMITS: ReadonlySet<string> = new Set(['format', 'pattern', 'enum', 'const', 'minLength', 'maxLength', '$ref'])

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
