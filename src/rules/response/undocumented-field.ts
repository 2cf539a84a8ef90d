import { pointer, valueAt } from '../../document/json-pointer.ts'
import { shownName } from '../../exchanges/known-names.ts'
import { listUnknownFields } from '../../schemas/list-unknown-fields.ts'
import { jsonOf } from '../../evidence/evidence.ts'
import type { Fault, Rule } from '../rule.ts'
import { shapeOf } from '../../evidence/shape-of.ts'

export const undocumentedField: Rule = {
  id: 'undocumented_field',
  title: 'An answer shows nothing that the document does not name',
  why: 'A field that nobody wrote down is news about the vendor: tell it before somebody builds on it.',
  level: 'drift',
  stages: ['drift'],
  judge(evidence) {
    const schema = evidence.mediaType?.schema
    const body = jsonOf(evidence)
    if (schema === undefined || body === undefined) return []
    return listUnknownFields(schema, body, 'response').map(({ at, name, pointer: place }): Fault => {
      const field = at + pointer(name)
      return {
        pointer: schema.pointer + place,
        address: schema.address,
        at: field,
        message: 'has a field that the document does not name',
        expected: 'fields that the document names',
        received: shapeOf(valueAt(body, field)),
        // As it is told, so that shards of a run join what the run in one piece does.
        root: `field ${place} ${shownName(name, schema.document)}`,
      }
    })
  },
}
