import { valueAt } from '../../document/json-pointer.ts'
import { jsonOf, unnamedChoicesOf } from '../../evidence/evidence.ts'
import { shapeOf } from '../../evidence/response/shape-of.ts'
import { withoutFolder } from '../shared-part.ts'
import type { Rule } from '../rule.ts'

export const discriminatorNamesSchema: Rule = {
  id: 'discriminator_names_schema',
  title: 'The value of a discriminator names a schema',
  why: 'Generated clients choose the type of a response by this value, and fail if it names no schema.',
  fix: 'send the name of a schema, or add the value to `mapping` in the document',
  examples: {
    passes: 'the discriminator `kind` chooses between `Cat` and `Dog`. GET /pets/7 → 200 {"kind": "Cat"}',
    fails: 'the discriminator `kind` chooses between `Cat` and `Dog`. GET /pets/7 → 200 {"kind": "cat"}',
  },
  level: 'warning',
  weight: 'wrong',
  stages: ['schema'],
  judge(evidence) {
    const schema = evidence.mediaType?.schema
    const body = jsonOf(evidence)
    if (schema === undefined || body === undefined) return []
    return unnamedChoicesOf(evidence).map(({ at, pointer, address, names }) => ({
      pointer: schema.pointer + pointer,
      address,
      at,
      message: 'has a discriminator value that names no schema',
      expected: `one of ${names.map((name) => JSON.stringify(name)).join(', ')}`,
      received: shapeOf(valueAt(body, at)),
      cause: `discriminator ${withoutFolder(address)}`,
    }))
  },
}
