import { parentOf } from '../../../document/json-pointer.ts'
import { compileSchema } from '../../../schemas/check-value.ts'
import type { Keyword, SchemaMismatch } from '../../../schemas/schema.ts'
import type { DocumentCheck } from '../../check.ts'
import { listExamples, type ExampleValue } from '../../parts/list-examples.ts'

export const examplesMatchSchemas: DocumentCheck = {
  id: 'examples_match_schemas',
  title: 'every example and default matches its schema',
  why: 'Readers copy examples, mocks return them, and test cases are derived from them.',
  level: 'error',
  check(context) {
    return listExamples(context).flatMap((each) =>
      mismatchesOf(each).map(({ at, keyword, expected }) => ({
        address: each.address + at,
        message: `${each.title} violates \`${keyword.name}\` at ${at === '' ? 'its root' : at}: expected ${expected}`,
        several: faultOfSeveral(keyword, at, expected),
        next: 'correct the example, or the schema if the example is right',
      })),
    )
  },
}

function faultOfSeveral({ name, value }: Keyword, at: string, expected: string): string {
  const isMissing = name === 'required' && typeof value === 'string'
  // A missing property has no line in the document. Therefore the object without the property is reported.
  const place = isMissing ? parentOf(at) : at
  const where = place === '' ? '' : ` at ${place}`
  return isMissing ? `examples lack \`${value}\`${where}` : `examples violate \`${name}\`${where}: expected ${expected}`
}

function mismatchesOf({ schema, value, directions }: ExampleValue): readonly SchemaMismatch[] {
  const checker = compileSchema(schema)
  const found = directions.map((direction) => checker.check(value, direction))
  return found.find((mismatches) => mismatches.length === 0) ?? found.at(-1) ?? []
}
