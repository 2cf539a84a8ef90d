import { pointer, valueAt } from '../../document/json-pointer.ts'
import { jsonOf } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/shape-of.ts'
import { shownName } from '../../redaction/public-names.ts'
import { listUnknownFields } from '../../schemas/list-unknown-fields.ts'
import type { RuleFault, Rule } from '../rule.ts'

export const undocumentedField: Rule = {
  id: 'undocumented_field',
  title: 'The response has only documented fields',
  why: 'An undocumented field breaks no promise, but the document falls behind the server and clients begin to rely on the field.',
  fix: 'describe the field in the document, or stop sending it',
  examples: {
    passes: 'PATCH /orders/7 → 200 with the documented fields',
    fails: 'PATCH /orders/7 → 200 with the documented fields and {"loyalty": 3}',
  },
  level: 'drift',
  stages: ['drift'],
  judge(evidence) {
    const schema = evidence.mediaType?.schema
    const body = jsonOf(evidence)
    if (schema === undefined || body === undefined) return []
    return listUnknownFields(schema, body, 'response').map(({ at, name, pointer: place }): RuleFault => {
      const field = at + pointer(name)
      return {
        pointer: schema.pointer + place,
        address: schema.address,
        at: field,
        message: 'has an undocumented field',
        expected: 'documented fields',
        received: shapeOf(valueAt(body, field)),
        // The redacted name: shards publish it, and merging them must give the findings of an unsharded run.
        cause: `field ${place} ${shownName(name, schema.document)}`,
      }
    })
  },
}
