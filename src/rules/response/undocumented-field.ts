import { pointer, valueAt } from '../../document/json-pointer.ts'
import { jsonOf } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { shownName } from '../../redaction/public-names.ts'
import { listUnknownFields } from '../../schemas/list-unknown-fields.ts'
import { withoutFolder } from '../shared-part.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const undocumentedField: Rule = {
  id: 'undocumented_field',
  title: 'The response has only documented fields',
  why: 'An undocumented field violates no schema. But it shows that the document is out of date, and clients may begin to rely on the field.',
  fix: 'describe the field in the document, or stop sending it',
  examples: {
    passes: 'PATCH /orders/7 → 200 with the documented fields',
    fails: 'PATCH /orders/7 → 200 with the documented fields and {"loyalty": 3}',
  },
  level: 'drift',
  weight: 'wrong',
  stages: ['drift'],
  judge(evidence) {
    const schema = evidence.mediaType?.schema
    const body = jsonOf(evidence)
    if (schema === undefined || body === undefined) return []
    return listUnknownFields(schema, body, 'response').map(({ at, name, pointer: place, address }): RuleFault => {
      const field = at + pointer(name)
      return {
        pointer: schema.pointer + place,
        address,
        at: field,
        message: 'has an undocumented field',
        expected: 'documented fields',
        received: shapeOf(valueAt(body, field)),
        // The cause is published in reports. The name of the field comes from the server, so it is redacted here.
        cause: `field ${withoutFolder(address)} ${shownName(name, schema.document)}`,
        isOfApi: true,
      }
    })
  },
}
