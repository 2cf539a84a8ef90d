import { pointer, valueAt } from '../../document/json-pointer.ts'
import { jsonOf } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { listHiddenFields } from '../../schemas/list-unknown-fields.ts'
import { withoutFolder } from '../shared-part.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const writeOnlyInResponse: Rule = {
  id: 'write_only_in_response',
  title: 'A response must not have a writeOnly property',
  why: 'A writeOnly property is usually a secret, such as a password (OpenAPI 3.1.1 §4.8.24).',
  fix: 'leave the property out of the response, or document it without writeOnly',
  examples: {
    passes: '`pin` is writeOnly. PATCH /orders/7 {"pin": "1234"} → 200 without `pin`',
    fails: '`pin` is writeOnly. PATCH /orders/7 {"pin": "1234"} → 200 {"pin": "1234", …}',
  },
  level: 'error',
  weight: 'harm',
  stages: ['schema'],
  judge(evidence) {
    const schema = evidence.mediaType?.schema
    const body = jsonOf(evidence)
    if (schema === undefined || body === undefined) return []
    return listHiddenFields(schema, body, 'response').map(({ at, name, pointer: place, address }): RuleFault => {
      const field = at + pointer(name)
      return {
        pointer: schema.pointer + place,
        address,
        at: field,
        message: `has ${field}, which is writeOnly`,
        expected: 'no writeOnly property',
        received: shapeOf(valueAt(body, field)),
        cause: `writeOnly ${withoutFolder(address)}${pointer(name)}`,
        isOfApi: true,
      }
    })
  },
}
